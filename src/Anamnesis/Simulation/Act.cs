using System.Text.RegularExpressions;
using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>A mechanism acting once: what it was asked for, and the questions that tell what it would change.</summary>
sealed partial class Act
{
    internal Act(Distortion distortion, int place, IReadOnlyList<Sql> statements, IReadOnlyList<ClinicTable> tables)
    {
        (Distortion, Place) = (distortion, place);
        var asked = statements.Select(statement => (statement.Text, Change: Change.Of(statement.Text, tables))).ToList();
        Changes = [.. asked.Select(one => one.Change).OfType<Change>()];
        if (Changes.GroupBy(change => (change.Table.Name, change.Rows == ChangedRows.Added)).FirstOrDefault(same => same.Count() > 1) is { } same)
        {
            throw new InvalidOperationException($"{distortion.Mechanism} changes {same.Key.Name} by {same.Count()} statements. Expected one UPDATE or DELETE and one INSERT a table: none sees what another changes.");
        }

        Questions = [.. Scoped([.. asked.Select(one => one.Change?.Question ?? one.Text)], tables, distortion)];
    }

    internal Distortion Distortion { get; }

    /// <summary>Counts the acts in their order.</summary>
    internal int Place { get; }

    /// <summary>What it would change, in the order of its statements.</summary>
    internal IReadOnlyList<Change> Changes { get; }

    /// <summary>Ask for all that it would change; none changes the record.</summary>
    internal IReadOnlyList<Sql> Questions { get; }

    /// <summary>Where it acts in one place or period, views in <c>part</c> hold the rows of it and stand for the tables.</summary>
    static IEnumerable<Sql> Scoped(IReadOnlyList<string> questions, IReadOnlyList<ClinicTable> tables, Distortion distortion)
    {
        var scoped = tables.Select(table => (Table: table, Scope: table.Scope(distortion))).Where(one => one.Scope is not null).ToDictionary(one => one.Table.Name);
        var named = questions.SelectMany(text => Recorded().Matches(text)).Select(name => name.Groups["table"].Value).ToHashSet(StringComparer.Ordinal);
        var views = scoped.Values.Where(one => named.Contains(one.Table.Name))
            .Select(one => (Sql)$"CREATE OR REPLACE VIEW {one.Table.In("part")} AS SELECT * FROM {one.Table.In("record")} WHERE {one.Scope!}"); // filtered
        return [.. views, .. questions.Select(text => Sql.Raw(Recorded().Replace(text, name => scoped.ContainsKey(name.Groups["table"].Value) ? "part." + name.Groups["table"].Value : name.Value)))];
    }

    [GeneratedRegex(@"\brecord\.(?<table>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Recorded();
}
