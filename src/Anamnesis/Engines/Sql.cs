using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Anamnesis.Engines;

/// <summary>SQL text written as an interpolated string: a <see cref="Name"/> is quoted, a nested <see cref="Sql"/> spliced, everything else becomes a literal.</summary>
/// <remarks>Values are literals and not parameters, so that the SQL a report shows is the SQL that was run.
/// Texts are escaped by doubling quotes; a text with a NUL character is rejected.</remarks>
[InterpolatedStringHandler]
public sealed class Sql
{
    readonly StringBuilder _text;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Sql(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (8 * formattedCount));

    Sql(string text) => _text = new StringBuilder(text);

    /// <summary>The text as it is run and shown.</summary>
    public string Text => _text.ToString();

    /// <summary>SQL that is trusted as it stands: a constant of this program, never something read from data.</summary>
    public static Sql Raw(string trusted) => new(trusted);

    /// <summary>Parts joined by a separator of this program; empty when there are none.</summary>
    public static Sql Join(string separator, IEnumerable<Sql> parts) => new(string.Join(separator, parts.Select(part => part.Text)));

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>Splices SQL.</summary>
    public void AppendFormatted(Sql sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        _text.Append(sql._text);
    }

    /// <summary>Writes a quoted name.</summary>
    public void AppendFormatted(Name name) => _text.Append(name.Quoted);

    /// <summary>Writes a text literal, or NULL; a NUL character, which would end the query, by its number.</summary>
    public void AppendFormatted(string? value)
    {
        if (value is null)
        {
            _text.Append("NULL");
            return;
        }

        var parts = value.Split('\0').Select(part => $"'{part.Replace("'", "''", StringComparison.Ordinal)}'");
        _text.Append(value.Contains('\0', StringComparison.Ordinal) ? $"({string.Join(" || chr(0) || ", parts)})" : parts.First());
    }

    /// <summary>Writes a whole number.</summary>
    public void AppendFormatted(long value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a number as a double, round-trip exact; NaN and infinities become NULL.</summary>
    public void AppendFormatted(double value) => _text.Append(
        double.IsFinite(value) ? "CAST(" + value.ToString("R", CultureInfo.InvariantCulture) + " AS DOUBLE PRECISION)" : "NULL");

    /// <summary>Writes TRUE or FALSE.</summary>
    public void AppendFormatted(bool value) => _text.Append(value ? "TRUE" : "FALSE");

    /// <summary>Writes a timestamp literal to the microsecond.</summary>
    public void AppendFormatted(DateTime value) =>
        _text.Append("TIMESTAMP '").Append(value.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)).Append('\'');

    /// <inheritdoc/>
    public override string ToString() => Text;
}
