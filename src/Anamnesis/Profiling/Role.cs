namespace Anamnesis.Profiling;

/// <summary>What a column is for.</summary>
public enum Role
{
    /// <summary>The person.</summary>
    Patient,

    /// <summary>The stay, visit or encounter.</summary>
    Stay,

    /// <summary>A technical number of the row.</summary>
    RowId,

    /// <summary>When it happened in the body: measured, collected, given.</summary>
    Taken,

    /// <summary>When it was entered.</summary>
    Recorded,

    /// <summary>When it was available to a reader: resulted, validated.</summary>
    Known,

    /// <summary>Start of a span: admission, start of a prescription.</summary>
    Start,

    /// <summary>End of a span: discharge, end of a prescription.</summary>
    End,

    /// <summary>Which thing was measured or done, in a long table.</summary>
    Item,

    /// <summary>The measured value: of the item in a long table, or a measured thing of its own in a wide one.</summary>
    Value,

    /// <summary>The unit of the value.</summary>
    Unit,

    /// <summary>One of few codes or words.</summary>
    Category,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>What later happened: death, readmission, the target of a model.</summary>
    Outcome,

    /// <summary>Hospital, ward, department, source system.</summary>
    Site,

    /// <summary>Who entered or read it.</summary>
    User,

    /// <summary>None of these, or not known.</summary>
    Other,
}
