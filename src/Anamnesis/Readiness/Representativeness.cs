namespace Anamnesis.Readiness;

/// <summary>Whose data are these, and who is absent?</summary>
sealed class Representativeness : IDimension
{
    public string Id => "representativeness";

    public Gate Assess(Evidence evidence) => Held.Back(Id, evidence, ["constant", "selected-rows"], [], fit: 0.5, usable: 0.9, "Selection of rows") is { Level: < 3 } held
        ? held
        : new Gate(Id, 0, [], "Who is absent could not be judged.", "the data cannot tell the target population; state it and compare age, sex and severity");
}
