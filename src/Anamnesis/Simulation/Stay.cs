namespace Anamnesis.Simulation;

/// <summary>An invented stay in hospital and the state of the patient in it.</summary>
/// <remarks><c>Acute</c> is how ill on admission, about −3 to 3; <c>Died</c> means in hospital or within 90 days.</remarks>
sealed record Stay(long Id, Person Person, string Site, string Ward, bool Emergency, DateTime Admitted, DateTime Discharged, double Acute, bool Intensive, bool Died, DateTime? Death)
{
    internal int Days => (int)(Discharged.Date - Admitted.Date).TotalDays;

    /// <summary>What brought the patient in.</summary>
    internal string Complaint
    {
        get
        {
            var draw = Draw.For(Person.Seed, "complaint", Id);
            return !Emergency ? "planned" : draw.Chance(Person.Infarction ? 0.3 : 0.03) ? "chest pain" : draw.Chance(0.8) ? "dyspnoea" : "oedema";
        }
    }

    internal static Stay Of(Person person, int place, DateTime day, bool emergency, double congestion, ref Draw draw)
    {
        var site = Sites.Find(person.Site);
        var admitted = When(ref draw, day, emergency);
        var acute = Math.Clamp((0.5 * person.Severity) + (0.7 * congestion) + draw.Normal(emergency ? 0.1 : -0.8, 0.6), -3, 3);
        var days = Math.Clamp(Math.Exp(draw.Normal(1.85 + (0.13 * acute), 0.5)), 2, 35);
        var intensive = draw.Chance(0.06 * Math.Exp(0.6 * acute));
        var discharged = admitted.Date.AddDays(Math.Round(days)).AddHours(10 + (5 * draw.Uniform())).AddSeconds(draw.Whole(0, 59));
        var id = (person.Id * 100) + place;
        if (discharged.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && Draw.For(person.Seed, "weekend", id).Chance(0.7))
        {
            discharged = discharged.AddDays(discharged.DayOfWeek == DayOfWeek.Saturday ? 2 : 1); // few letters are signed on a weekend
        }

        return new Stay(id, person, person.Site, intensive && site.Intensive is { } unit ? unit : draw.One(site.Wards), emergency, admitted, discharged, acute, intensive, false, null);
    }

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
