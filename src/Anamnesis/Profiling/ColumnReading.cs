using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>What recognition makes of a column.</summary>
public sealed record ColumnReading
{
    /// <summary>The column.</summary>
    public required Column Column { get; init; }

    /// <summary>What it is for.</summary>
    public required Role Role { get; init; }

    /// <summary>How sure, in [0, 1].</summary>
    public required double Confidence { get; init; }

    /// <summary>Why, in plain words.</summary>
    public required string Reason { get; init; }

    /// <summary>Id of the clinical variable in <c>knowledge/variables.yaml</c>, or null.</summary>
    public string? Variable { get; init; }

    /// <summary>How sure the variable is, in [0, 1].</summary>
    public double VariableConfidence { get; init; }

    /// <summary>Unit the values are in, as recognised from a name or from the values; null when not known.</summary>
    public string? Unit { get; init; }

    /// <summary>True when the rows looked at hold no value: the role is by the name alone and nothing can be computed from it.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>True when the column can serve in its role: it holds something, and where the role is a time it holds times.</summary>
    public bool Serves => !IsEmpty && (Role is not (Role.Taken or Role.Recorded or Role.Known or Role.Start or Role.End) || Column.Kind == Engines.Kind.Time);
}
