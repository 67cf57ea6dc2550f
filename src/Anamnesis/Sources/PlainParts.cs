using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A text that is taken to be plain, read here in parts side by side into one table, in the order of the text.</summary>
/// <remarks>See <c>docs/adr/0017-plain-text-is-read-here.md</c>.</remarks>
/// <param name="text">The text.</param>
/// <param name="most">How many parts.</param>
/// <param name="columns">What is wanted of its cells.</param>
sealed class PlainParts(PlainText text, int most, IReadOnlyList<(Name Name, Kind Kind, IReadOnlyList<string>? Words)> columns)
{
    /// <summary>Lines that were put aside, in their order.</summary>
    internal IReadOnlyList<byte[]> Refused { get; private set; } = [];

    /// <summary>Lines that became rows.</summary>
    internal long Rows { get; private set; }

    /// <summary>Makes the table; false when the text is not plain, or too many lines were put aside.</summary>
    /// <param name="dataset">Where.</param>
    /// <param name="table">Its name.</param>
    /// <param name="query">From what stands after FROM to a query of its rows.</param>
    internal bool Fill(Dataset dataset, Sql table, Func<Sql, Sql> query)
    {
        var parts = Parts();
        List<RowFunction> functions = [.. parts.Select(dataset.Offer)];
        try
        {
            dataset.Execute($"CREATE OR REPLACE TABLE {table} AS {query(functions[0].From)} WITH NO DATA");
            DuckDb.OneThreadIf(dataset, true); // each part has work for one, and an engine's thread that waits for another is not idle
            dataset.ExecuteInTurn([.. functions.Select(function => (Sql)$"INSERT INTO {table} {query(function.From)}")]);
        }
        catch (InvalidOperationException)
        {
            functions.ForEach(function => function.Check());
            throw;
        }
        finally
        {
            DuckDb.OneThreadIf(dataset, false);
            functions.ForEach(function => function.Dispose());
            parts.ForEach(part => part.Dispose());
        }

        (Rows, Refused) = (parts.Sum(part => part.Rows), [.. parts.SelectMany(part => part.Refused)]);
        return !parts.Exists(part => part.GaveUp) && parts.Select(part => part.Ends).Where(ends => ends > 0).Distinct().Count() < 2;
    }

    /// <summary>Pieces of about the same length, each beginning with a line.</summary>
    List<PlainRows> Parts()
    {
        var bytes = new FileInfo(text.Path).Length;
        List<long> cuts = [0, .. Enumerable.Range(1, most - 1).Select(part => TextScan.LineAfter(text.Path, bytes / most * part) ?? bytes).Distinct().Where(cut => cut < bytes), bytes];
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => new PlainRows(text, from, to, columns))];
    }
}
