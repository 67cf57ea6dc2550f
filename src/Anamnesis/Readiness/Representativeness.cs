namespace Anamnesis.Readiness;

/// <summary>Whose data are these, and who is absent?</summary>
sealed class Representativeness : IDimension
{
    public string Id => "representativeness";

    public Gate Assess(Evidence evidence)
    {
        const string target = "the data cannot tell the target population; state it and compare age, sex and severity";
        var held = Held.Back(new Held.Dimension(Id, "missing-at-site"), evidence, fit: 0, usable: 0, "Things measured at one place and hardly at another");
        return held.Level < 3 ? held with { NotAssessed = target } : new Gate(Id, 0, [], "Who is absent could not be judged.", target);
    }
}
