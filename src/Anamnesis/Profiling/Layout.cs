namespace Anamnesis.Profiling;

/// <summary>How a table is laid out; <c>shape</c> in JSON.</summary>
public enum Layout
{
    /// <summary>One row a patient, stay or visit; many measured things side by side.</summary>
    Wide,

    /// <summary>One row a measurement: item, value, unit.</summary>
    Long,

    /// <summary>One row an event with a code and no value.</summary>
    Events,

    /// <summary>One row a span of care.</summary>
    Stays,

    /// <summary>A dictionary, a link table, or not known.</summary>
    Other,
}
