namespace Anamnesis.Readiness;

/// <summary>Will it happen, is it there: risk score, AI.</summary>
sealed class Prediction : IUse
{
    public string Id => "prediction";

    public Fitness Judge(IReadOnlyList<Gate> gates) => Gated.By(Id, gates);
}
