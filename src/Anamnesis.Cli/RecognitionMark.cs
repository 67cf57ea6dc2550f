using Anamnesis.Profiling;

namespace Anamnesis.Cli;

/// <summary>A column as labelled and as recognised.</summary>
readonly record struct RecognitionMark(RecognitionLabel Label, ColumnReading Reading)
{
    const double Confident = 0.8;

    internal bool RoleIsRight => Label.Roles.Contains(Reading.Role);

    internal bool VariableIsRight => Label.Variables.Contains(Reading.Variable);

    /// <summary>True for a table without a header: only the values can tell.</summary>
    internal bool IsHeaderless => Label.Column.StartsWith("column_", StringComparison.Ordinal)
        || (Label.Column.Length > 1 && Label.Column[0] == 'X' && Label.Column.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    internal bool ClaimsRole => Reading.Confidence > Confident;

    internal bool ClaimsVariable => Reading.Variable is not null && Reading.VariableConfidence > Confident;
}
