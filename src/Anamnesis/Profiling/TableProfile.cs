using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>What a table says.</summary>
public sealed record TableProfile
{
    /// <summary>The table and what its columns are for.</summary>
    public required TableReading Reading { get; init; }

    /// <summary>One for every column, in order; then one for every item code of a long table, most frequent first.</summary>
    public required IReadOnlyList<VariableProfile> Variables { get; init; }

    /// <summary>Of all rows of a long table with an item, how many each unit has; in no order.</summary>
    internal IReadOnlyList<TextCount> Units { get; init; } = [];

    /// <summary>One for every time column.</summary>
    public IReadOnlyList<ClockProfile> Clocks { get; init; } = [];

    /// <summary>For pairs of time columns that belong to one event.</summary>
    public IReadOnlyList<LagProfile> Lags { get; init; } = [];

    /// <summary>The columns that <see cref="Patterns"/> is about: those with some but not all values missing.</summary>
    public IReadOnlyList<Column> Patterned { get; init; } = [];

    /// <summary>Which of them are missing together; at most 50,000 patterns, most frequent first.</summary>
    public IReadOnlyList<MissingPattern> Patterns { get; init; } = [];

    /// <summary>The table was sampled for <see cref="Patterns"/>, sequences and duplicates: one in so many patients.</summary>
    public int OneIn { get; init; } = 1;

    /// <summary>What stands after FROM for the sampled rows: whole patients, one in <see cref="OneIn"/>, every column; null when that is the table itself.</summary>
    public Sql? Sampled { get; init; }

    /// <summary>A smaller sample for questions that cost much a row, with every column; null when it is no smaller.</summary>
    public Sql? Screened { get; init; }

    /// <summary>One patient in so many is in <see cref="Screened"/>.</summary>
    public int ScreenedOneIn { get; init; } = 1;

    /// <summary>What stands after FROM for a few thousand rows of a large table, on which candidates are looked for before they are measured on more.</summary>
    internal Sql Few
    {
        get => field ?? ForShares.From;
        init;
    }

    /// <summary>What stands after FROM for questions that a sample answers as well as the table, and one in so many it holds.</summary>
    internal (Sql From, int OneIn) ForShares => Screened is { } screen ? (screen, ScreenedOneIn) : Sampled is { } sample ? (sample, OneIn) : (Table.From, 1);

    /// <summary>Rows that miss one column or two, from the patterns.</summary>
    internal PatternCounts PatternCounts => field ??= PatternCounts.Of(Patterned.Count, Patterns);

    /// <summary>Surplus rows that equal another row in everything but a technical row id; exact, or estimated when <see cref="OneIn"/> is above 1.</summary>
    public long DuplicateRows { get; init; }

    /// <summary>Distinct patients, 0 without a patient column.</summary>
    public long Patients { get; init; }

    /// <summary>Rows of the patient with most rows.</summary>
    public long MostRowsOfOnePatient { get; init; }

    /// <summary>The rhythm of the time that says when a row happened; null when there is none, or when its dates were moved, so that months say nothing.</summary>
    internal ClockProfile? Calendar => Clocks.FirstOrDefault(clock => clock.Column.Name == Reading.Clock?.Name) is { } clock && clock.FarFuture < 0.2 ? clock : null;

    /// <summary>The table.</summary>
    public Table Table => Reading.Table;

    /// <summary>The profile of a column by its name, or null.</summary>
    public VariableProfile? Column(string name) => Variables.FirstOrDefault(v => v.Variable.Item is null && v.Variable.Column.Name == name);

    /// <summary>Every text of a column with its rows, counted in just the rows that <see cref="Table"/> reads; null where the profile does not hold them.</summary>
    internal IReadOnlyList<TextCount>? AllTexts(Column column) =>
        Column(column.Name) is { Variable.Column.Kind: Kind.Text } profile && profile.Texts.Count == profile.Distinct && (OneIn == 1 || Table.From.Text == Sampled?.Text) ? profile.Texts : null;

    /// <summary>Every unit with its rows, where the column is that of the units and they were counted in all rows: with those that have none they are all.</summary>
    internal IReadOnlyList<TextCount>? AllUnits(Column column) =>
        Units.Count > 0 && Reading.Of(Role.Unit)?.Name == column.Name && Table.From.Text != Sampled?.Text && Units.Sum(unit => unit.Count) + Column(column.Name)?.Missing == Table.Rows ? Units : null;

    /// <summary>The profile of an item code, or null.</summary>
    public VariableProfile? Item(string code) => Variables.FirstOrDefault(v => v.Variable.Item == code);
}
