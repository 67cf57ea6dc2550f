using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A chronic disease that is coded in one stay of a patient, not in the next, and again later.</summary>
sealed class FlickeringCode : IFindingKind
{
    const double LeastShare = 0.12; // of the chronic diseases coded in at least two of three or more stays
    const long Fewest = 10;

    /// <summary>The first three signs of diseases that stay: diabetes, hypertension, coronary disease, fibrillation, heart failure, COPD, kidney disease, Parkinson's, dementia, multiple sclerosis.</summary>
    internal static readonly IReadOnlyList<string> Chronic =
    [
        "E10", "E11", "E13", "E14", "I10", "I11", "I12", "I13", "I25", "I48", "I50", "J44", "N18", "G20", "F00", "F01", "F03", "G30", "G35", "250", "401", "402", "403", "404", "414", "428", "496", "585", "332", "340",
    ];

    public string Id => "flickering-code";

    public string Title => "Chronic diseases that come and go";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => OnePlace.Also(profile, dataset, one => Everywhere(one, dataset));

    IEnumerable<Finding> Everywhere(Profile profile, Dataset dataset) =>
        from codes in CodeTable.In(profile)
        where codes.Stay is not null && codes.Table.Reading.Clock is not null
        let finding = Of(dataset, codes, codes.Stay!, codes.Table.Reading.Clock!) // both were asked for
        where finding is not null
        select finding;

    Finding? Of(Dataset dataset, CodeTable codes, Column stay, Column clock)
    {
        Sql Disease(Sql code) => $"substr({code}, 1, 3)";
        Sql listed = Sql.Join(", ", Chronic.Select(one => (Sql)$"{one}"));
        Sql Courses(Sql from) => $"""
            WITH known AS (SELECT {codes.Patient.Value} AS person, {stay.Value} AS stay, {Disease(codes.Code.Value)} AS disease, {clock.Value} AS moment FROM {from} WHERE {codes.Patient.Value} IS NOT NULL AND {stay.Value} IS NOT NULL AND {codes.Code.Value} IS NOT NULL AND {clock.Value} IS NOT NULL),
            stays AS (SELECT person, stay, row_number() OVER (PARTITION BY person ORDER BY min(moment), stay) AS place FROM known GROUP BY person, stay),
            coded AS (SELECT DISTINCT k.person, k.disease, s.place FROM known AS k JOIN stays AS s ON s.person = k.person AND s.stay = k.stay WHERE k.disease IN ({listed})),
            courses AS (SELECT person, disease, max(place) - min(place) + 1 AS span, count(*) AS times FROM coded GROUP BY person, disease HAVING max(place) - min(place) >= 2)
            """;
        var (all, flicker) = dataset.Row($"{Courses(codes.Table.ForShares.From)} SELECT count(*), count(*) FILTER (WHERE times < span) FROM courses", row => (row.CountAt(0), row.CountAt(1)));
        if (flicker < Fewest || flicker < LeastShare * all)
        {
            return null;
        }

        Sql condition = $"({codes.Patient.Value}, {Disease(codes.Code.Value)}) IN ({Courses(codes.Table.Table.From)} SELECT person, disease FROM courses WHERE times < span)";
        var (count, rows) = dataset.Row($"SELECT count(*) FILTER (WHERE {condition}), count(*) FROM {codes.Table.Table.From}", row => (row.CountAt(0), row.CountAt(1)));
        return Draft.Of(
            Id, codes.Table.Table, [codes.Code],
            $"{Says.Of(flicker, all, "chronic diseases")} that were coded in two stays of a patient are missing in one between them",
            (count, rows), condition) with
        { Weight = 0.5, Facts = new Dictionary<string, double> { ["share"] = (double)flicker / all, ["courses"] = all } };
    }
}
