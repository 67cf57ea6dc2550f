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
    internal string Emergency => $"{Name[..1]}-emergency";
}
