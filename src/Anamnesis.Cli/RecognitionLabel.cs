using Anamnesis.Profiling;

namespace Anamnesis.Cli;

/// <summary>What a column is by the documentation of its data set, as read by a person.</summary>
/// <param name="Set">Folder of the data set.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="Column">Name of the column, <c>column_N</c> where the file has no header.</param>
/// <param name="Roles">The role, or all of them where the documentation leaves it open.</param>
/// <param name="Variables">The clinical variable; null stands for none, alone or as an alternative.</param>
sealed record RecognitionLabel(string Set, string Table, string Column, IReadOnlyList<Role> Roles, IReadOnlyList<string?> Variables)
{
    /// <summary>True when the documentation names one variable without a doubt.</summary>
    internal bool HasVariable => Variables is [not null];

    internal static IReadOnlyList<RecognitionLabel> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).Select(cells => new RecognitionLabel(
            cells[0], cells[1], cells[2],
            [.. cells[3].Split('|').Select(RoleOf)],
            [.. cells[4].Split('|').Select(variable => variable is "" or "-" ? null : variable)]))];

    static Role RoleOf(string word) => Enum.Parse<Role>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);
}
