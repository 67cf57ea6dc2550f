namespace Anamnesis.Simulation.Care;

/// <summary>The way through the wards: emergencies by the emergency department, some by intensive care.</summary>
static class Transfers
{
    internal static void Append(int seed, Stay stay, TruthTables tables)
    {
        var draw = Draw.For(seed, "transfers", stay.Id);
        var site = Sites.Find(stay.Site);
        var at = stay.Admitted;
        if (stay.Emergency)
        {
            var up = at.AddMinutes(Math.Floor(40 + (420 * draw.Uniform() * draw.Uniform())));
            Row(stay, site.Emergency, at, up, "admission", tables, ref draw);
            at = up;
        }

        if (stay.Intensive && site.Intensive is { } unit && stay.Days > 3)
        {
            var down = at.AddHours(20 + Math.Floor(40 * draw.Uniform())).AddMinutes(draw.Whole(0, 59));
            Row(stay, unit, at, down, stay.Emergency ? "needs monitoring" : "admission", tables, ref draw);
            Row(stay, draw.One(site.Wards), down, stay.Discharged, "stable", tables, ref draw);
            return;
        }

        Row(stay, stay.Ward, at, stay.Discharged, stay.Emergency ? "ward bed free" : "admission", tables, ref draw);
    }

    static void Row(Stay stay, string ward, DateTime arrived, DateTime departed, string reason, TruthTables tables, ref Draw draw) =>
        tables.Row("transfers").AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(ward).AppendValue($"{draw.Whole(1, 12)}-{draw.Whole(1, 3)}")
            .AppendValue(reason).AppendValue(arrived).AppendValue(departed).EndRow();
}
