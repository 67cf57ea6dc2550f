namespace Anamnesis.Reports.Sheets;

/// <summary>A question on a sheet.</summary>
/// <param name="Evidence">What was seen, with one number.</param>
/// <param name="Text">The question.</param>
/// <param name="Findings">Ids of what it would clear up.</param>
/// <param name="Gain">How much the answer could change.</param>
/// <param name="Places">Where it is seen, small cells hidden; empty where it is not told apart.</param>
/// <param name="Picture">A small inline SVG, or empty.</param>
sealed record SheetQuestion(string Evidence, string Text, IReadOnlyList<string> Findings, double Gain, IReadOnlyList<string> Places, string Picture)
{
    /// <summary>As it is asked.</summary>
    internal string Whole => $"{Evidence} {Text}";
}
