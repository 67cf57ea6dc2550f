namespace Anamnesis;

/// <summary>Finds the parts of one kind: every sealed class of this assembly that implements the contract.</summary>
/// <remarks>To add a part, add a file. There is no list to edit.</remarks>
public static class Catalog
{
    /// <summary>One instance of every part that implements <typeparamref name="T"/>, in the order of their type names.</summary>
    public static IReadOnlyList<T> Of<T>()
        where T : class => Parts<T>.All;

    static class Parts<T>
        where T : class
    {
        internal static readonly IReadOnlyList<T> All =
        [
            .. typeof(Catalog).Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(T).IsAssignableFrom(type)
                    && type.GetConstructor(Type.EmptyTypes) is not null)
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .Select(type => (T)Activator.CreateInstance(type)!), // a public parameterless constructor was just seen
        ];
    }
}
