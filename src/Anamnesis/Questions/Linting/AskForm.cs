namespace Anamnesis.Questions.Linting;

/// <summary>What a sentence does in a talk.</summary>
enum AskForm
{
    /// <summary>Tells something.</summary>
    Statement,

    /// <summary>Asks how, what, where, who.</summary>
    Open,

    /// <summary>Asks to be told or shown, in the imperative.</summary>
    Request,

    /// <summary>Asks to be told or shown, in the form of a yes/no question.</summary>
    Indirect,

    /// <summary>Asks whether one may watch, sit in or begin.</summary>
    Permission,

    /// <summary>Yes or no.</summary>
    Polar,

    /// <summary>A or B.</summary>
    Alternative,

    /// <summary>A statement with a question mark.</summary>
    Doubtful,

    /// <summary>Three words or fewer with a question mark and no question word.</summary>
    Fragment,
}
