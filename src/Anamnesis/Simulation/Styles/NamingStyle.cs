using Anamnesis.Engines;
using Anamnesis.Knowledge;

namespace Anamnesis.Simulation.Styles;

/// <summary>How a hospital names its tables, columns and words, and how it writes numbers and dates in text: <c>knowledge/styles.csv</c>.</summary>
public sealed class NamingStyle
{
    readonly IReadOnlyDictionary<string, string> _names;

    NamingStyle(string id, int place, string csv)
    {
        (Id, Csv) = (id, csv);
        _names = Embedded.Text("styles.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))
            .ToDictionary(parts => $"{parts[0]} {parts[1]}", parts => parts[place], StringComparer.Ordinal);
    }

    /// <summary>Names in English with underscores.</summary>
    public static NamingStyle English { get; } = new("english", 1, "HEADER false");

    /// <summary>Names in Polish; semicolons and decimal commas.</summary>
    public static NamingStyle Polish { get; } = new("polish", 2, "HEADER false, DELIMITER ';'");

    /// <summary>Abbreviations of a German hospital system; semicolons, decimal commas, days before months.</summary>
    public static NamingStyle German { get; } = new("german", 3, "HEADER false, DELIMITER ';', DATEFORMAT '%d.%m.%Y', TIMESTAMPFORMAT '%d.%m.%Y %H:%M:%S'");

    /// <summary>All three.</summary>
    public static IReadOnlyList<NamingStyle> All { get; } = [English, Polish, German];

    /// <summary>As in <c>--style</c>.</summary>
    public string Id { get; }

    /// <summary>Options of COPY for text.</summary>
    internal string Csv { get; }

    internal char Delimiter => this == English ? ',' : ';';

    /// <summary>The style of that name.</summary>
    /// <exception cref="AnamnesisException">No such style.</exception>
    public static NamingStyle Find(string id) => All.FirstOrDefault(style => style.Id == id)
        ?? throw new AnamnesisException($"There is no style '{id}'. Expected {string.Join(", ", All.Select(style => style.Id))}; nearest: {Nearest.To(id, All.Select(style => style.Id))[0]}.");

    /// <summary>The name of a table.</summary>
    internal string Table(string name) => _names.GetValueOrDefault($"table {name}", name);

    /// <summary>The name of a column.</summary>
    internal string Column(string name) => this == English ? name : _names.GetValueOrDefault($"column {name}", name);

    /// <summary>A word of a column.</summary>
    internal string Word(string column, string word) => this == English ? word : _names.GetValueOrDefault($"value {column}.{word}", word);

    /// <summary>The table as this hospital hands it over.</summary>
    /// <param name="table">Which.</param>
    /// <param name="from">What stands after FROM.</param>
    /// <param name="inText">Numbers become text with the decimal mark of the style.</param>
    internal Sql Query(ClinicTable table, Sql from, bool inText)
    {
        if (this == English)
        {
            return $"SELECT * FROM {from}";
        }

        var columns = table.Recorded.Columns.Select(column => (Sql)$"{Value(column.Name, inText && column.Type == "DOUBLE")} AS {new Name(Column(column.Name))}");
        return $"SELECT row_id AS {new Name(Column("row_id"))}, {Sql.Join(", ", columns)} FROM {from}";
    }

    Sql Value(string column, bool comma)
    {
        var name = new Name(column);
        var words = _names.Keys.Where(key => key.StartsWith($"value {column}.", StringComparison.Ordinal)).ToList();
        return comma ? $"replace(CAST({name} AS VARCHAR), '.', ',')"
            : words.Count == 0 ? (Sql)$"{name}"
            : $"CASE {name} {Sql.Join(" ", words.Select(key => (Sql)$"WHEN {key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]} THEN {_names[key]}"))} ELSE {name} END";
    }
}
