using System.Security.Cryptography;
using System.Text;
using Anamnesis.Engines;

namespace Anamnesis.Findings;

/// <summary>A symptom: what is odd, where, how much, and how to see the rows.</summary>
public sealed record Finding
{
    /// <summary>Id of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the table.</summary>
    public required string Table { get; init; }

    /// <summary>The columns concerned; empty when the finding is about whole rows.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The item code or clinical variable it is about, or null.</summary>
    public string? Variable { get; init; }

    /// <summary>One sentence for people: the oddity with its count, without values of single patients.</summary>
    public required string Says { get; init; }

    /// <summary>How many rows (or cells).</summary>
    public required long Count { get; init; }

    /// <summary>Of how many.</summary>
    public required long Denominator { get; init; }

    /// <summary>True when <see cref="Count"/> was estimated from sampled patients.</summary>
    public bool Estimated { get; init; }

    /// <summary>Where it is confined to, if it is.</summary>
    public Where Where { get; init; } = Where.Anywhere;

    /// <summary>The number the finding is about (the spike, the sentinel, the factor), or null. It is part of the id.</summary>
    public double? Number { get; init; }

    /// <summary>The text the finding is about, or null. It is part of the id.</summary>
    public string? Token { get; init; }

    /// <summary>SQL condition on the table for exactly the rows concerned; null when they cannot be told by a condition.</summary>
    public Sql? Condition { get; init; }

    /// <summary>The query that shows the rows.</summary>
    public required Sql Rows { get; init; }

    /// <summary>How much it matters when ranked, from 0; by default the share. Kinds that touch the whole analysis give more.</summary>
    public double Weight { get; init; }

    /// <summary>What the kind measured, by name; for the signs of mechanisms.</summary>
    public IReadOnlyDictionary<string, double> Facts { get; init; } = new Dictionary<string, double>();

    /// <summary>Share of rows concerned, in [0, 1]; 0 for an empty denominator.</summary>
    public double Share => Denominator == 0 ? 0 : Math.Min(1, (double)Count / Denominator);

    /// <summary>Stable over extracts: a hash of kind, table, columns, variable, site and what the finding is about; never of counts, shares or dates.</summary>
    public string Id
    {
        get
        {
            var identity = string.Join('\u001f', [Kind, Table, .. Columns, Variable, Where.Site, Token, Number?.ToString("R", System.Globalization.CultureInfo.InvariantCulture)]);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..10];
        }
    }
}
