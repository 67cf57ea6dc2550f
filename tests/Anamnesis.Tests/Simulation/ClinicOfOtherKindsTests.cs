using System.Globalization;
using Anamnesis.Engines;
using Anamnesis.Examinations;

namespace Anamnesis.Simulation;

/// <summary>A hospital hands over any column in any type: names promise numbers, times and words that are not there. It is examined all the same.</summary>
[Trait("speed", "slow")]
public sealed class ClinicOfOtherKindsTests
{
    static readonly IReadOnlyList<string> Kinds =
    [
        "{0}", "'v' || CAST({0} AS VARCHAR)", "CAST({0} AS VARCHAR)", "CAST(hash({0}) % 100 AS DOUBLE)", "CAST(hash({0}) % 1000 AS INTEGER)", "hash({0}) % 3 = 0", "DATE '2020-01-01' + CAST(hash({0}) % 900 AS INTEGER)",
        "TIMESTAMP '2020-01-01 08:00:00' + CAST(hash({0}) % 900000 AS INTEGER) * INTERVAL '1 minute'", "TIME '00:00:00' + CAST(hash({0}) % 1000 AS INTEGER) * INTERVAL '1 minute'", "[{0}]", "encode(CAST({0} AS VARCHAR))",
        "CAST(NULL AS VARCHAR)", "CAST(NULL AS DOUBLE)", "CAST(NULL AS TIMESTAMP)", "CASE WHEN hash({0}) % 3 > 0 THEN CAST({0} AS VARCHAR) ELSE 'not done' END", "CAST({0} IS NOT NULL AS INTEGER)",
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(28)]
    public void A_clinic_with_columns_of_other_kinds_is_examined(int seed)
    {
        using var folder = new TempFolder();
        ClinicFolder.Write(ClinicPlan.Demo with { Patients = 80, Seed = seed, Wide = true }, new ClinicWriting(folder.At("clinic")), null, TestContext.Current.CancellationToken);
        using (var engine = DuckDb.Empty("change"))
        {
            foreach (var file in Directory.GetFiles(folder.At("clinic/record")))
            {
                var columns = engine.Rows($"SELECT name FROM parquet_schema({file}) WHERE num_children IS NULL", row => row.TextAt(0)!); // every column has a name
                var others = columns.Select(column => (Sql)$"{Other(seed, Path.GetFileName(file), column)} AS {new Name(column)}");
                engine.Execute($"COPY (SELECT {Sql.Join(", ", others)} FROM read_parquet({file})) TO {file + ".new"} (FORMAT parquet)");
                File.Move(file + ".new", file, overwrite: true);
            }
        }

        Assert.NotEmpty(Examiner.Examine(folder.At("clinic/record")).Diagnoses);
    }

    /// <summary>Half of the columns stay as they are, so that tables keep their shapes.</summary>
    static Sql Other(int seed, string file, string column)
    {
        var draw = Draw.For(seed, $"{file} {column}", 0);
        return Sql.Raw(string.Format(CultureInfo.InvariantCulture, draw.Chance(0.5) ? Kinds[0] : draw.One([.. Kinds]), $"\"{column}\""));
    }
}
