namespace Anamnesis.Simulation;

/// <summary>A hospital of the clinic.</summary>
/// <param name="Name">As in the column <c>site</c>.</param>
/// <param name="Wards">The usual wards.</param>
/// <param name="Intensive">The intensive care unit, or null where there is none.</param>
/// <param name="Share">Of the patients.</param>
/// <param name="Reduced">Share with a reduced ejection fraction.</param>
/// <param name="Middle">Share with a mildly reduced one.</param>
/// <param name="Polish">Share of notes in Polish, the others are English.</param>
sealed record Site(string Name, IReadOnlyList<string> Wards, string? Intensive, double Share, double Reduced, double Middle, double Polish)
{
    /// <summary>Wards on paper charts: cuffs are read by ear there, and weights come from the scale in the corridor.</summary>
    internal required IReadOnlyList<string> OnPaper { get; init; }

    internal required Laboratory Laboratory { get; init; }

    /// <summary>The classification in which diagnoses are meant; what an older one made of them is the record's matter.</summary>
    internal required string Edition { get; init; }

    internal required IReadOnlyList<string> EchoMachines { get; init; }

    internal string Emergency => $"{Name[..1]}-emergency";

    internal IEnumerable<string> AllWards => Intensive is null ? [.. Wards, Emergency] : [.. Wards, Intensive, Emergency];
}
