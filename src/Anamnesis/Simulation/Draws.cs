using System.Text.RegularExpressions;
using Anamnesis.Engines;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>Draws reach SQL as a function of this program: the seeded stream of a mechanism, a table and a row.</summary>
static partial class Draws
{
    internal static void Register(DuckDBConnection connection) =>
#pragma warning disable DuckDBNET001 // marked as new by its authors; covered by the test that the same seed gives the same bytes
        connection.RegisterScalarFunction<long, long, int, double>("drawn", Draw.At);
#pragma warning restore DuckDBNET001

    /// <summary>Four uniforms a row: <c>(row_id, u1, u2, u3, u4)</c>.</summary>
    internal static Sql Of(int seed, string mechanism, string table)
    {
        var key = Draw.Key(seed, $"{mechanism}/{table}");
        return $"(SELECT row_id, drawn({key}, row_id, 1) AS u1, drawn({key}, row_id, 2) AS u2, drawn({key}, row_id, 3) AS u3, drawn({key}, row_id, 4) AS u4 FROM {Sql.Raw("record." + table)})";
    }

    /// <summary>Where an update is joined with the draws of its own rows and with nothing else, they are drawn row by row instead: the table with its draws, and the rest of the statement.</summary>
    internal static (string Record, string Tail)? Own(string record, string alias, string tail)
    {
        if (Join().Match(tail) is not { Success: true } join || join.Groups["record"].Value != record || join.Groups["of"].Value != alias)
        {
            return null;
        }

        var draws = join.Groups["alias"].Value;
        return ($"(SELECT *, {join.Groups["draws"].Value} FROM {record})",
            Drawn().Replace(tail.Remove(join.Index, join.Length).Insert(join.Index, "WHERE TRUE"), drawn => drawn.Groups["alias"].Value == draws ? $"{alias}.{drawn.Groups["draw"].Value}" : drawn.Value));
    }

    /// <summary>Where rows are chosen by nothing but draws of their own table, they are drawn where the rows are read.</summary>
    internal static string Chosen(string record, string text)
    {
        if (Choice().Match(text) is not { Success: true } choice || choice.Groups["record"].Value != record)
        {
            return text;
        }

        var (key, draws) = (choice.Groups["key"].Value, choice.Groups["alias"].Value);
        return Drawn().Replace(text.Remove(choice.Index, choice.Length).Insert(choice.Index, "("), drawn => drawn.Groups["alias"].Value == draws ? $"drawn({key}, row_id, {drawn.Groups["draw"].Value[1..]})" : drawn.Value);
    }

    [GeneratedRegex(@"\brow_id IN \(SELECT row_id FROM \(SELECT row_id, (drawn\((?<key>[-0-9]+), row_id, [1-4]\) AS u[1-4](, )?){4} FROM (?<record>record\.\w+)\) AS (?<alias>\w+)\s+WHERE ", RegexOptions.ExplicitCapture)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\bFROM \(SELECT row_id, (?<draws>(drawn\([-0-9]+, row_id, [1-4]\) AS u[1-4](, )?){4}) FROM (?<record>record\.\w+)\) AS (?<alias>\w+)\s+WHERE \k<alias>\.row_id = (?<of>\w+)\.row_id\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Join();

    [GeneratedRegex(@"\b(?<alias>\w+)\.(?<draw>u[1-4])\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Drawn();
}
