using System.Text.RegularExpressions;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>A mechanism acting once: what it was asked for and the statements by which it acts.</summary>
sealed class Act(Distortion distortion, int place, IReadOnlyList<Sql> statements, IReadOnlyList<ClinicTable> tables)
{
    readonly string _text = string.Join('\n', statements.Select(statement => statement.Text));

    internal Distortion Distortion => distortion;

    /// <summary>Counts the acts in their order.</summary>
    internal int Place => place;

    internal IReadOnlyList<Sql> Statements => statements;

    /// <summary>The tables that it names.</summary>
    internal IReadOnlyList<ClinicTable> Touched => field ??= [.. tables.Where(table => Mentions($"record\\.{table.Name}"))];

    internal bool Changes(ClinicTable table) => MovesRows(table) || Updates(table);

    internal bool MovesRows(ClinicTable table) => Mentions($"(INSERT INTO|DELETE FROM) record\\.{table.Name}");

    internal bool Updates(ClinicTable table) => Mentions($"UPDATE record\\.{table.Name}");

    /// <summary>Whether it may want every column: it takes rows with a star.</summary>
    internal bool TakesAll => field || (field = Regex.IsMatch(_text, @"(\.|SELECT |, )\*(?! *[0-9({])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    /// <summary>The columns of a table that it names.</summary>
    internal IReadOnlyList<string> Columns(ClinicTable table) => [.. table.Names.Where(Mentions)];

    bool Mentions(string pattern) => Regex.IsMatch(_text, $@"\b{pattern}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
