using PublicApiGenerator;

namespace Anamnesis.House;

public sealed class PublicApiTests
{
    [Fact]
    public void What_the_library_shows_is_reviewed() => Snapshot.Match(typeof(Catalog).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }));
}
