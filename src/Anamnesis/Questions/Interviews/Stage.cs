namespace Anamnesis.Questions.Interviews;

/// <summary>How far a talk is.</summary>
enum Stage
{
    /// <summary>Before the first question about the matter.</summary>
    Opening,

    /// <summary>At work.</summary>
    Working,

    /// <summary>Trust is low: less is told, and nothing is offered.</summary>
    Strained,

    /// <summary>Somebody asked what is left, or gave thanks.</summary>
    Closing,

    /// <summary>Over.</summary>
    Ended,
}
