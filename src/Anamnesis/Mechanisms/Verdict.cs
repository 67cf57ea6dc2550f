namespace Anamnesis.Mechanisms;

/// <summary>What a mechanism means for us.</summary>
public enum Verdict
{
    /// <summary>It reflects reality: keep it and model it.</summary>
    Reality,

    /// <summary>A trace of the process: handle it knowingly.</summary>
    Artefact,

    /// <summary>Wrong: correct or exclude.</summary>
    Error,

    /// <summary>Done to protect people: cannot be undone.</summary>
    Deid,

    /// <summary>Ask before touching.</summary>
    Unclear,
}
