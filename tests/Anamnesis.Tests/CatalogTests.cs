namespace Anamnesis;

public sealed class CatalogTests
{
    [Fact]
    public void A_contract_without_parts_gives_an_empty_list() => Assert.Empty(Catalog.Of<IDisposableNobodyImplements>());

    interface IDisposableNobodyImplements;
}
