namespace Anamnesis.Questions.Interviews;

/// <summary>Something the person knows.</summary>
/// <param name="Id">Unique in the scenario.</param>
/// <param name="Topic">Id of its topic.</param>
/// <param name="Level">1 surface, 2 practice, 3 mechanism, 4 exception or work-around, 5 delicate.</param>
/// <param name="Prior">How likely a novice names it unasked, in (0, 1): it is worth -log2 of it, in bits.</param>
sealed record Fact(string Id, string Topic, int Level, double Prior)
{
    /// <summary>Whether whoever does not know it has not understood.</summary>
    internal bool Key { get; init; }

    /// <summary>The fact that has to be known before, or null.</summary>
    internal string? Requires { get; init; }

    /// <summary>As the person says it.</summary>
    internal required string Text { get; init; }

    /// <summary>Words in it that ask for being taken up.</summary>
    internal string? Hook { get; init; }

    /// <summary>The finding in a few words, for the debrief; a conclusion is held against it.</summary>
    internal required string Gist { get; init; }

    /// <summary>A question that reaches it.</summary>
    internal required string Ask { get; init; }

    /// <summary>What it is worth, in bits.</summary>
    internal double Bits => -Math.Log2(Prior);
}
