namespace Anamnesis.Simulation.Accuracy;

/// <summary>Stated probabilities in ten bins, beside how often what was stated was right.</summary>
sealed class Bins
{
    const int Count = 10;

    readonly (int Findings, double Stated, int Right)[] _bins = new (int, double, int)[Count];

    /// <summary>Those that hold something: from which probability on, how many findings, what was stated on average and how often it was right.</summary>
    internal IEnumerable<(double From, int Findings, double Stated, double Right)> Filled =>
        _bins.Index().Where(bin => bin.Item.Findings > 0).Select(bin => ((double)bin.Index / Count, bin.Item.Findings, bin.Item.Stated / bin.Item.Findings, (double)bin.Item.Right / bin.Item.Findings));

    /// <summary>The expected calibration error; null where nothing was stated.</summary>
    internal double? Error => _bins.Sum(bin => bin.Findings) is > 0 and var all ? Filled.Sum(bin => bin.Findings * Math.Abs(bin.Stated - bin.Right)) / all : null;

    internal void Add(double stated, bool right)
    {
        ref var bin = ref _bins[Math.Min(Count - 1, (int)(stated * Count))];
        bin = (bin.Findings + 1, bin.Stated + stated, bin.Right + (right ? 1 : 0));
    }
}
