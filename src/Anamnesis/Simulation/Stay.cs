namespace Anamnesis.Simulation;

/// <summary>An invented stay in hospital and the state of the patient in it.</summary>
sealed record Stay(long Id, Person Person, string Site, string Ward, bool Emergency, DateTime Admitted, DateTime Discharged, double Acute, bool Intensive, bool Died, DateTime? Death)
{
    static readonly (string Site, string[] Wards, double Share)[] Places =
    [
        ("North", ["N-cardiology", "N-internal", "N-intensive"], 0.3), ("River", ["R-cardiology", "R-heart-failure", "R-intensive"], 0.4), ("South", ["S-cardiology", "S-internal"], 0.3),
    ];

    internal static IEnumerable<Stay> Of(ClinicPlan plan, Person person)
    {
        var draw = Draw.For(plan.Seed, "stays", person.Id);
        var (site, wards, _) = Place(draw.Uniform());
        var (first, last) = (new DateTime(plan.FirstYear, 1, 4), new DateTime(plan.LastYear, 12, 28));
        var stays = 1 + (draw.Chance(0.45 + (0.1 * person.Severity)) ? draw.Whole(1, 3) : 0);
        var day = first.AddDays(draw.Uniform() * (last - first).TotalDays);
        for (var place = 0; place < stays && day < last; place++)
        {
            var emergency = draw.Chance(0.65 + (0.1 * person.Severity));
            var admitted = When(ref draw, day, emergency);
            var acute = Math.Clamp((0.6 * person.Severity) + draw.Normal(emergency ? 0.4 : -0.5, 0.7), -3, 3);
            var days = Math.Clamp(Math.Exp(draw.Normal(1.75 + (0.15 * acute), 0.45)), 2, 28);
            var intensive = draw.Chance(0.06 * Math.Exp(0.6 * acute));
            var died = draw.Chance(0.07 * Math.Exp(0.75 * acute));
            var discharged = admitted.Date.AddDays(Math.Round(days)).AddHours(10 + (5 * draw.Uniform())).AddSeconds(draw.Whole(0, 59));
            yield return new Stay(
                (person.Id * 10) + place, person, site, intensive && Array.Find(wards, ward => ward.EndsWith("intensive", StringComparison.Ordinal)) is { } unit ? unit : draw.One(wards.Where(ward => !ward.EndsWith("intensive", StringComparison.Ordinal)).ToList()),
                emergency, admitted, discharged, acute, intensive, died, died ? discharged.AddDays(draw.Uniform() * 90) : null);
            if (died)
            {
                yield break;
            }

            day = discharged.AddDays(20 + (-500 * Math.Log(1 - draw.Uniform())));
        }
    }

    static (string Site, string[] Wards, double Share) Place(double u) => u < Places[0].Share ? Places[0] : u < Places[0].Share + Places[1].Share ? Places[1] : Places[2];

    /// <summary>Elective patients come on weekday mornings, emergencies at any hour, more by day.</summary>
    static DateTime When(ref Draw draw, DateTime day, bool emergency)
    {
        var date = day.Date;
        while (!emergency && date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            date = date.AddDays(1);
        }

        var hour = emergency ? (draw.Chance(0.75) ? 8 + (13 * draw.Uniform()) : 24 * draw.Uniform()) : 7.5 + (3 * draw.Uniform());
        return date.AddMinutes(Math.Floor(hour * 60)).AddSeconds(draw.Whole(1, 59));
    }
}
