using Anamnesis.Engines;
using Anamnesis.Knowledge;

namespace Anamnesis.Profiling;

/// <summary>Recognises what tables and columns are, with no metadata; <c>anamnesis.yaml</c> overrules it.</summary>
/// <remarks>Looks at names and at the first rows only; costs a few queries a table whatever its size.</remarks>
public static class Recognition
{
    const double SureEnough = 0.6;
    const double ClassInWords = 0.85;
    const int FewCodes = 4; // distinct values of a scale
    const int MostClasses = 12; // I, II, II-III, ...

    /// <summary>One reading for every table of the data set, in the same order.</summary>
    /// <param name="dataset">The tables.</param>
    /// <param name="corrections">What <c>anamnesis.yaml</c> says.</param>
    /// <param name="measuring">How the tables will be measured: where a sample of many columns will be drawn it is drawn now, and looked at instead of the first rows. Null to look only.</param>
    public static IReadOnlyList<TableReading> Read(Dataset dataset, Corrections? corrections = null, ProfileOptions? measuring = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        corrections ??= Corrections.None;
        var readings = dataset.Tables.Select(table => Read(dataset, table, corrections, measuring)).ToList();
        readings = TableRules.WithSharedKeys(readings, corrections);
        return [.. readings.Select(reading => reading.Layout == Layout.Long ? reading with { Items = RecognitionItems.Of(dataset, reading, readings, corrections) } : reading)];
    }

    static TableReading Read(Dataset dataset, Table table, Corrections corrections, ProfileOptions? measuring)
    {
        var ahead = SampleAhead.Of(dataset, table, measuring);
        var glimpses = table.Rows == 0
            ? [.. table.Columns.Select(ColumnGlimpse.Nothing)]
            : ColumnGlimpse.Of(dataset, table, ahead?.Rows.From ?? table.From);
        table = table with { Columns = [.. glimpses.Select(seen => seen.Column)] };
        var said = corrections.Columns.GetValueOrDefault(table.Name);
        var columns = glimpses.Select((seen, place) => Corrected(Column(seen, table, place), said?.GetValueOrDefault(seen.Column.Name))).ToList();
        columns = PersonDates.Behind(dataset, table, TableRules.Fitting(columns, glimpses, said), glimpses);
        var (layout, confidence, reason) = corrections.Layouts.TryGetValue(table.Name, out var given) ? (given, 1.0, "as anamnesis.yaml says") : LayoutOf(columns, glimpses);
        return new TableReading { Table = table, Layout = layout, Confidence = confidence, Reason = reason, Columns = columns, Ahead = ahead };
    }

    static ColumnReading Column(ColumnGlimpse seen, Table table, int place)
    {
        var (role, confidence, reason) = RoleRules.Of(seen, table.Name, place, table.Columns.Count);
        var reading = new ColumnReading { Column = seen.Column, Role = role, Confidence = confidence, Reason = reason, IsEmpty = seen.Filled == 0 };
        if (role is Role.Patient or Role.Stay or Role.RowId or Role.Item || seen.Column.Kind is not (Kind.Number or Kind.Text))
        {
            return reading;
        }

        return Named(seen, role) is not { } known
            ? reading
            : reading with
            {
                Role = known.Confidence >= SureEnough && role is Role.Category && seen.Distinct > FewCodes ? Role.Value : role,
                Reason = known.Confidence >= SureEnough ? known.Reason : reason,
                Variable = known.Variable.Id,
                VariableConfidence = known.Confidence,
                Unit = known.Unit,
            };
    }

    /// <summary>The variable by name and values. A few codes under a laboratory's name are classes of it and no measurement; a class is known by its name, written in Roman numerals too.</summary>
    static (KnownVariable Variable, double Confidence, string? Unit, string Reason)? Named(ColumnGlimpse seen, Role role)
    {
        var known = VariableNames.Find(seen.Column.Name, seen.Low, seen.Middle, seen.High, null);
        var isClass = known is { Variable.IsClass: true };
        if (seen.Column.Kind == Kind.Text)
        {
            return isClass && seen.Distinct is > 0 and <= MostClasses ? known!.Value with { Confidence = ClassInWords, Reason = "the name means " + known.Value.Variable.Name } : null; // isClass by the line above
        }

        return !isClass && role == Role.Category && seen is { Distinct: > 1 and <= FewCodes, Fractions: 0 } ? null : known; // one value throughout are no classes
    }

    static ColumnReading Corrected(ColumnReading reading, Correction? said) => said is null ? reading : reading with
    {
        Role = said.Role ?? reading.Role,
        Confidence = said.Role is null ? reading.Confidence : 1,
        Reason = "as anamnesis.yaml says",
        Variable = said.Variable is null ? reading.Variable : said.Variable.Length == 0 ? null : said.Variable,
        VariableConfidence = said.Variable is null ? reading.VariableConfidence : 1,
        Unit = said.Unit ?? reading.Unit,
    };

    static (Layout Layout, double Confidence, string Reason) LayoutOf(List<ColumnReading> columns, IReadOnlyList<ColumnGlimpse> glimpses)
    {
        long Distinct(Role role) => columns.Zip(glimpses).Where(pair => pair.First.Role == role && pair.First.Serves).Select(pair => pair.Second.Distinct).DefaultIfEmpty().Max();
        bool Has(Role role) => columns.Exists(column => column.Role == role && column.Serves);
        var measured = columns.Count(column => column.Role == Role.Value && column.Column.Kind == Kind.Number);
        var rows = glimpses.Count == 0 ? 0 : glimpses[0].Rows;
        var values = columns.Exists(column => column.Role == Role.Value && column.Serves && column.Column.Kind is Kind.Number or Kind.Text);
        if (Has(Role.Item) && values && Distinct(Role.Item) * 2 <= Math.Max(4, rows))
        {
            return (Layout.Long, 0.9, "an item, a value, and items that recur");
        }

        if (Has(Role.Start) && Has(Role.End) && Has(Role.Stay) && measured < 3)
        {
            return (Layout.Stays, 0.85, "a stay with a start and an end");
        }

        if (measured >= 3 || (measured >= 1 && columns.Count(column => column.Role == Role.Category) >= 3))
        {
            return (Layout.Wide, 0.85, $"{measured} measured columns side by side");
        }

        var time = Has(Role.Taken) || Has(Role.Start) || Has(Role.Recorded);
        return Has(Role.Patient) && (time || Has(Role.Stay)) ? (Layout.Events, 0.7, "a person, a time and codes") : (Layout.Other, 0.5, "neither measured columns nor events");
    }
}
