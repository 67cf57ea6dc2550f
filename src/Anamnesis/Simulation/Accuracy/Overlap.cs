namespace Anamnesis.Simulation.Accuracy;

/// <summary>Rows that a mechanism changed among the rows that a finding shows and among the others.</summary>
/// <param name="Mechanism">Its id.</param>
/// <param name="Hit">Changed rows that the finding shows.</param>
/// <param name="Other">Changed rows that it does not show.</param>
/// <param name="Shown">Rows that it shows.</param>
/// <param name="NotShown">The other rows of the table, or of the item.</param>
readonly record struct Overlap(string Mechanism, double Hit, double Other, double Shown, double NotShown)
{
    const double More = 1.5; // times as often as elsewhere
    const double Least = 0.1; // of the rows that it shows

    /// <summary>The finding shows the mechanism's rows more often than others; where it shows all rows, they tell nothing.</summary>
    internal bool IsShown => Hit > 0 && NotShown > 0 && Hit >= Least * Shown && Hit / Shown >= More * Other / NotShown;

    /// <summary>Share of all rows that the mechanism changed.</summary>
    internal double OfAll => (Hit + Other) / (Shown + NotShown);
}
