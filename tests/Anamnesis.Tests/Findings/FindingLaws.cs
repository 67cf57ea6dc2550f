using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;
using Anamnesis.Simulation;

namespace Anamnesis.Findings;

/// <summary>What holds for every kind of finding; each has a plant in <see cref="Plants"/>.</summary>
[Trait("speed", "slow")]
public sealed class FindingLaws(PlantBed bed) : IClassFixture<PlantBed>
{
    public static TheoryData<string> Ids => [.. Catalog.Of<IFindingKind>().Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_found_where_it_was_planted(string id)
    {
        var plant = Plants.All.Single(plant => plant.Kind == id);
        Assert.Contains(bed.Of(id, PlantForm.Plain), seen => seen.Finding.Kind == id && seen.Finding.Table == plant.Tables[0].Name && string.Join(',', seen.Finding.Columns) == plant.Columns);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_order_of_rows_does_not_matter(string id) => Assert.Equal(
        Told(id, PlantForm.Plain, seen => (seen.Finding.Id, seen.Finding.Count, seen.Finding.Denominator, seen.First)),
        Told(id, PlantForm.Shuffled, seen => (seen.Finding.Id, seen.Finding.Count, seen.Finding.Denominator, seen.First)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_names_of_columns_do_not_matter_where_their_roles_are_given(string id)
    {
        if (Plants.All.Single(plant => plant.Kind == id).Names is null)
        {
            Assert.Equal(
                Told(id, PlantForm.Plain, seen => (seen.Finding.Kind, string.Join(',', seen.Finding.Columns.Select(column => PlantBed.Hidden(id, column))), seen.Finding.Count)),
                Told(id, PlantForm.Renamed, seen => (seen.Finding.Kind, string.Join(',', seen.Finding.Columns), seen.Finding.Count)));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_format_of_the_file_does_not_matter(string id)
    {
        if (Plants.All.Single(plant => plant.Kind == id).Text is null)
        {
            Assert.Equal(Told(id, PlantForm.Plain, seen => (seen.Finding.Id, seen.Finding.Count)), Told(id, PlantForm.Parquet, seen => (seen.Finding.Id, seen.Finding.Count)));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nor_whether_a_file_of_types_holds_texts(string id)
    {
        if (id != "rejected-rows") // Parquet has no broken lines
        {
            Assert.Equal(Told(id, PlantForm.Plain, seen => (seen.Finding.Id, seen.Finding.Count)), Told(id, PlantForm.ParquetOfTexts, seen => (seen.Finding.Id, seen.Finding.Count)));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_keeps_its_id_when_rows_are_added(string id) => Assert.Contains(
        bed.Of(id, PlantForm.Plain).First(seen => seen.Finding.Kind == id).Finding.Id, bed.Of(id, PlantForm.Longer).Select(seen => seen.Finding.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_query_shows_the_rows_that_it_counts(string id) => Assert.All(bed.Of(id, PlantForm.Plain), Counted);

    [Fact]
    public void The_queries_of_a_messy_clinic_show_the_rows_that_they_count()
    {
        using var clinic = Clinic.Open(ClinicPlan.Demo with { Patients = 600 }, TestContext.Current.CancellationToken);
        using var record = clinic.Record("clinic");
        var seen = PlantBed.Look(record, Examiner.Examine(record));
        Assert.True(seen.Count >= 10);
        Assert.All(seen, Counted);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_silent_on_the_truth_of_a_clinic(string id) => Assert.DoesNotContain(bed.Truth, seen => seen.Finding.Kind == id);

    /// <summary>A true hospital is not simple: things that do not apply, and scores whose worst grade is rare. But nothing in it may be called wrong.</summary>
    [Fact]
    public void Nothing_that_a_whole_hospital_hands_over_in_truth_is_called_an_artefact_or_an_error()
    {
        string[] open = ["edge coded", "no-rhythm departed"]; // codes come weeks after the last stay; the simulated wards let go on every day alike
        Assert.Empty(bed.WideTruth.Where(seen => seen.Verdict is not (Verdict.Reality or Verdict.Unclear)).Select(seen => $"{seen.Finding.Kind} {string.Join(',', seen.Finding.Columns)}").Except(open));
    }

    [Theory]
    [InlineData(Kind.Text)]
    [InlineData(Kind.Number)]
    [InlineData(Kind.Time)]
    public void Tables_without_a_row_give_nothing_but_that(Kind kind)
    {
        using var dataset = DuckDb.Empty("empty");
        foreach (var (place, table) in Plants.All.SelectMany(plant => plant.Tables).Index())
        {
            var columns = table.Header.Split(',');
            var cells = Sql.Join(", ", columns.Select(column => (Sql)$"CAST(NULL AS {Sql.Raw(kind switch { Kind.Text => "VARCHAR", Kind.Number => "DOUBLE", _ => "TIMESTAMP" })}) AS {new Name(column)}"));
            Rows.Add(dataset, $"{table.Name}{place}", $"SELECT {cells} WHERE FALSE", [.. columns.Select(column => (column, kind))]);
        }

        Assert.All(Examiner.Examine(dataset).Diagnoses, diagnosis => Assert.Equal(("empty", 0L), (diagnosis.Finding.Kind, diagnosis.Finding.Denominator)));
    }

    [Fact]
    public void Tables_of_one_row_give_no_finding() => Assert.DoesNotContain(PlantBed.All(PlantForm.OneRow), seen => seen.Finding.Kind != "empty");

    [Fact]
    public void Columns_without_a_value_give_nothing_but_that() => Assert.All(PlantBed.All(PlantForm.AllNull), seen => Assert.Equal("empty", seen.Finding.Kind));

    static void Counted(PlantBed.Seen seen)
    {
        Assert.InRange(seen.Finding.Count, 1, seen.Finding.Denominator);
        Assert.True(seen.Shown > 0, seen.Finding.Says);
        if (seen.Finding.Condition is not null && !seen.Finding.Estimated)
        {
            Assert.Equal((seen.Finding.Says, seen.Finding.Count), (seen.Finding.Says, seen.Shown));
        }
    }

    IReadOnlyList<T> Told<T>(string id, PlantForm form, Func<PlantBed.Seen, T> tell) => [.. bed.Of(id, form).Select(tell).Order()];
}
