namespace Anamnesis.Questions.Interviews;

/// <summary>Who is asked: the sliders change thresholds, never rules.</summary>
/// <param name="Name">As the person is called.</param>
/// <param name="Role">One of the ids of <c>knowledge/respondents.yaml</c>.</param>
/// <param name="About">One sentence for whoever asks.</param>
sealed record Persona(string Name, string Role, string About)
{
    /// <summary>How long the talk may take.</summary>
    internal double Minutes { get; init; } = 15;

    /// <summary>0 to 100; at 0 the talk is over.</summary>
    internal double Patience { get; init; } = 60;

    /// <summary>0 to 100; below 30 one tells less, at 0 the talk is over.</summary>
    internal double Trust { get; init; } = 45;

    /// <summary>0 to 1: from 0.5 on a leading question is agreed to, below it is turned down.</summary>
    internal double Agreeable { get; init; } = 0.7;

    /// <summary>0 to 1: below 0.3 only one level deeper is told at a time.</summary>
    internal double Talkative { get; init; } = 0.5;
}
