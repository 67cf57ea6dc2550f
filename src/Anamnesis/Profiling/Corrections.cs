namespace Anamnesis.Profiling;

/// <summary>What the user said about tables and columns in <c>anamnesis.yaml</c>; it overrules recognition.</summary>
public sealed record Corrections
{
    /// <summary>By table name, then by column name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Correction>> Columns { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, Correction>>();

    /// <summary>By table name: the layout.</summary>
    public IReadOnlyDictionary<string, Layout> Layouts { get; init; } = new Dictionary<string, Layout>();

    /// <summary>Item codes by table name: code to variable id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Items { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Nothing was said.</summary>
    public static Corrections None { get; } = new();
}
