using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>A table of many columns that is sampled anyway is sampled before it is recognised, and nothing else is said of it than otherwise.</summary>
public sealed class SampleAheadTests : IDisposable
{
    const int Columns = 60;
    const int Rows = 120_000;

    readonly Dataset _dataset = DuckDb.Empty("many");

    public void Dispose() => _dataset.Dispose();

    [Theory]
    [InlineData("patient_id", true)] // by its name
    [InlineData("code", false)] // no name says patient or stay
    [InlineData("patient_note", false)]
    public void It_is_drawn_by_the_column_whose_name_says_patient_or_stay(string key, bool ahead)
    {
        Load(key);
        var reading = Recognition.Read(_dataset, null, new ProfileOptions()).Single();
        Assert.Equal(ahead ? key : null, reading.Ahead?.Key);
        Assert.Null(Recognition.Read(_dataset).Single().Ahead); // to look only
        Assert.Null(Recognition.Read(_dataset, null, new ProfileOptions { Exact = true }).Single().Ahead);
    }

    [Fact]
    public void The_profile_is_the_same_as_of_a_sample_that_is_drawn_afterwards()
    {
        Load("patient_id");
        var (ahead, afterwards) = (Recognition.Read(_dataset, null, new ProfileOptions()).Single(), Recognition.Read(_dataset).Single());
        Assert.Equal(afterwards.Columns.Select(column => (column.Column.Name, column.Role)), ahead.Columns.Select(column => (column.Column.Name, column.Role)));
        var (one, other) = (Profiler.Measure(_dataset, [ahead]).Tables[0], Profiler.Measure(_dataset, [afterwards]).Tables[0]);
        Assert.Equal(ahead.Ahead!.Rows.From.Text, one.Sampled?.Text); // used, not drawn again; it was drawn, see above
        Assert.Equal(other.OneIn, one.OneIn);
        Assert.All(other.Variables.Zip(one.Variables), pair => Assert.Equal((pair.First.Missing, pair.First.Distinct, pair.First.Numbers.Total), (pair.Second.Missing, pair.Second.Distinct, pair.Second.Numbers.Total)));
    }

    [Fact]
    public void Where_the_key_turns_out_to_be_another_column_it_is_drawn_anew()
    {
        Load("patient_id");
        var reading = Recognition.Read(_dataset, null, new ProfileOptions()).Single();
        var corrected = reading with { Columns = [.. reading.Columns.Select(column => column with { Role = column.Column.Name switch { "patient_id" => Role.Other, "v1" => Role.Patient, _ => column.Role } })] };
        Assert.NotEqual(reading.Ahead!.Rows.From.Text, Profiler.Measure(_dataset, [corrected]).Tables[0].Sampled?.Text); // it was drawn, see the first test
    }

    void Load(string key)
    {
        _dataset.Execute($"CREATE TABLE wide AS SELECT i AS {new Name(key)}, {Sql.Join(", ", Enumerable.Range(1, Columns - 1).Select(place => (Sql)$"CAST(hash(i, {place}) % 500 AS DOUBLE) AS {new Name($"v{place}")}"))} FROM range({Rows}) AS r (i)");
        _dataset.Tables = [new Table { Name = "wide", From = $"wide", Rows = Rows, Columns = [Column.Of(key, Kind.Number), .. Enumerable.Range(1, Columns - 1).Select(place => Column.Of($"v{place}", Kind.Number))] }];
    }
}
