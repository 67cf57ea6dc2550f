namespace Anamnesis.Simulation;

/// <summary>What happened to a patient: congestion from day to day, and the stays, visits and death that came of it.</summary>
/// <remarks>Congestion is an AR(1) process (0.96 a day, 0.15); the hazards of admission and death are exponential in it. Sizes are set to give the cited
/// yearly rates of death and readmission, see <c>docs/clinic.md</c>.</remarks>
sealed class Course
{
    const double Memory = 0.96; // of congestion, a day
    const double Shock = 0.15; // its daily standard deviation
    const double Admission = 0.0007; // hazard a day of a dry patient
    const double Elective = 0.00035;
    const double Death = 0.031 / 365;
    const double Soon = 9; // times as many deaths in the first two months after a discharge
    const int TwoMonths = 60; // days
    const double Again = 2.2; // times as many emergencies in the first month
    const double InHospital = 0.06; // deaths of an emergency of mean severity
    const double Visit = 3.1 / 365;
    const double Early = 1.35; // more enter early, so that those who come again do not let the clinic grow

    readonly List<Stay> _stays = [];
    readonly List<Visit> _visits = [];
    readonly List<HomeDay> _home = [];

    Course(Person person) => Person = person;

    internal Person Person { get; }

    internal IReadOnlyList<Stay> Stays => _stays;

    internal IReadOnlyList<Visit> Visits => _visits;

    /// <summary>Days at home with telemonitoring.</summary>
    internal IReadOnlyList<HomeDay> Home => _home;

    internal DateTime? Died { get; private set; }

    internal static Course Of(ClinicPlan plan, long number)
    {
        var course = new Course(Person.Of(plan, number));
        var (first, last) = (new DateTime(plan.FirstYear, 1, 4), new DateTime(plan.LastYear, 12, 28));
        var draw = Draw.For(plan.Seed, "course", number);
        course.Live(first.AddDays(Math.Floor(Math.Pow(draw.Uniform(), Early) * (last - first).TotalDays)), last, ref draw);
        return course;
    }

    void Live(DateTime entered, DateTime last, ref Draw draw)
    {
        var congestion = 0.9 + (0.3 * draw.Normal());
        var day = Enter(entered, draw.Chance(0.68 + (0.08 * Person.Severity)), ref congestion, ref draw);
        var (since, place) = (0, 0L);
        for (; Died is null && day < last; day = day.AddDays(1), since++)
        {
            congestion = (Memory * congestion) + (Shock * draw.Normal());
            var early = since < 30 ? Again : 1;
            var ill = Math.Exp((1.1 * congestion) + (0.3 * Person.Severity)) * early;
            var u = draw.Uniform();
            if (u < (Admission * ill) + Elective)
            {
                (day, since) = (Enter(day, u < Admission * ill, ref congestion, ref draw), 0);
                continue;
            }

            var old = (Person.AgeYears(day) - 70) / 10;
            if (draw.Chance(Death * Person.Frailty * (since < TwoMonths ? Soon : 1) * Math.Exp((0.4 * old) + (0.45 * Person.Severity) + (0.6 * congestion))))
            {
                Die(day.AddHours(24 * draw.Uniform()));
                break;
            }

            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && draw.Chance(Visit * 1.4 * Math.Exp(0.5 * congestion)))
            {
                _visits.Add(new Visit((Person.Id * 1000) + ++place, day.AddMinutes(480 + Math.Floor(draw.Uniform() * 420)).AddSeconds(draw.Whole(1, 59)), congestion));
            }

            if (Person.Monitored && since is < 365 and > 2)
            {
                _home.Add(new HomeDay(day, congestion, since));
            }
        }
    }

    /// <summary>A stay; gives the day after it.</summary>
    DateTime Enter(DateTime day, bool emergency, ref double congestion, ref Draw draw)
    {
        var stay = Stay.Of(Person, _stays.Count, day, emergency, congestion, ref draw);
        _stays.Add(stay);
        congestion *= 0.35; // a third remains at discharge
        if (draw.Chance((emergency ? InHospital : 0.004) * Math.Exp(0.75 * stay.Acute)))
        {
            Die(stay.Discharged);
        }

        return stay.Discharged.Date.AddDays(1);
    }

    void Die(DateTime moment)
    {
        Died = moment;
        for (var place = 0; place < _stays.Count; place++)
        {
            var stay = _stays[place];
            _stays[place] = stay with { Death = place == _stays.Count - 1 ? moment : null, Died = moment <= stay.Discharged.AddDays(90) };
        }
    }
}
