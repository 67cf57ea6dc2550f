namespace Anamnesis.Questions.Linting;

/// <summary>Fits the weights: one logistic regression a target, by coordinate descent. No chance is in it: the same questions give the same table.</summary>
static class Training
{
    const int Passes = 20;
    const int LeastQuestions = 3; // that show a signal before it gets a weight
    const int LeastVoices = 3; // that use a word before it gets a weight: words of one author teach nothing about others
    const double FormPenalty = 1.0;
    const double WordPenalty = 8.0;
    const double LongestStep = 1.0;
    const double ToldByRule = 3.0; // log odds that a rule brings before anything is learned
    const double AgainstGood = -1.0;
    const double Unlikely = -3.0;
    const string FarTrade = "form.far-trade"; // however well it is put, the person cannot know

    /// <summary>The weights of all targets.</summary>
    /// <remarks>The rules were written by people who knew these questions, so on them rules miss next to nothing. Every question is therefore learned from twice:
    /// as it is, and with the rules silent, so that the rest of its form and words counts where a rule does not fire.</remarks>
    internal static Weights Fit(IReadOnlyList<(LabelledQuestion Question, IReadOnlyDictionary<string, double> Signals)> known, bool onlyGood = false)
    {
        IReadOnlyList<(LabelledQuestion Question, IReadOnlyDictionary<string, double> Signals)> examples = [.. known, .. known.Select(example => (example.Question, Silent(example.Signals)))];
        var signals = Vocabulary(examples);
        var columns = Columns(examples, signals);
        var targets = onlyGood ? [Weights.Good] : Criteria.Flaws.Select(flaw => flaw.Id).Prepend(Weights.Good).ToArray();
        var fitted = new Dictionary<string, double>[targets.Length];
        var unworded = signals.Count(signal => !IsWord(signal)); // words come last: a reason is given by form and rule, not by a word
        Parallel.For(0, targets.Length, i => fitted[i] = Fit(targets[i], examples, targets[i] == Weights.Good ? signals : signals[..unworded], columns));
        return new Weights(targets.Zip(fitted).ToDictionary(pair => pair.First, pair => (IReadOnlyDictionary<string, double>)pair.Second, StringComparer.Ordinal));
    }

    static IReadOnlyDictionary<string, double> Silent(IReadOnlyDictionary<string, double> signals) => signals
        .Where(signal => !signal.Key.StartsWith(Signals.Cued, StringComparison.Ordinal) && !signal.Key.StartsWith(Signals.CuedBefore, StringComparison.Ordinal) && signal.Key is not ("cues" or "form.off-role" or "open+clean" or "open+grip+clean"))
        .ToDictionary(signal => signal.Key, signal => signal.Value, StringComparer.Ordinal);

    static Dictionary<string, double> Fit(
        string target, IReadOnlyList<(LabelledQuestion Question, IReadOnlyDictionary<string, double> Signals)> examples, string[] signals, (int Row, double Value)[][] columns)
    {
        var truth = examples.Select(example => target == Weights.Good ? example.Question.IsGood : example.Question.Flaws.Contains(target)).ToArray();
        var prior = signals.Select(signal => Prior(target, signal)).ToArray();
        var weights = (double[])prior.Clone();
        var odds = new double[examples.Count];
        for (var j = 0; j < signals.Length; j++)
        {
            foreach (var (row, value) in columns[j])
            {
                odds[row] += weights[j] * value;
            }
        }

        for (var pass = 0; pass < Passes; pass++)
        {
            for (var j = 0; j < signals.Length; j++)
            {
                var penalty = Penalty(signals[j]);
                var (slope, curve) = (penalty * (weights[j] - prior[j]), penalty);
                foreach (var (row, value) in columns[j])
                {
                    var probability = Weights.Logistic(odds[row]);
                    slope += (probability - (truth[row] ? 1 : 0)) * value;
                    curve += probability * (1 - probability) * value * value;
                }

                var step = Math.Clamp(-slope / curve, -LongestStep, LongestStep);
                weights[j] += step;
                foreach (var (row, value) in columns[j])
                {
                    odds[row] += step * value;
                }
            }
        }

        return signals.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>What is believed before anything is learned: a rule speaks for its flaw and against the question.</summary>
    static double Prior(string target, string signal) => target == Weights.Good
        ? signal.StartsWith(Signals.Cued, StringComparison.Ordinal) ? AgainstGood : signal.StartsWith(Signals.CuedBefore, StringComparison.Ordinal) ? AgainstGood / 2 : signal == FarTrade ? 7 * AgainstGood : 0
        : target == "wrong-role" && signal == FarTrade ? ToldByRule
        : signal == Signals.Cued + target ? ToldByRule : signal == Signals.CuedBefore + target ? ToldByRule / 2 : signal == "bias" ? Unlikely : 0;

    static double Penalty(string signal) => IsWord(signal) ? WordPenalty : FormPenalty;

    static string[] Vocabulary(IReadOnlyList<(LabelledQuestion Question, IReadOnlyDictionary<string, double> Signals)> examples) =>
    [
        .. examples.SelectMany(example => example.Signals.Keys.Select(signal => (Signal: signal, example.Question.Voice)))
            .GroupBy(pair => pair.Signal, StringComparer.Ordinal)
            .Where(group => group.Count() >= LeastQuestions && (!IsWord(group.Key) || group.Select(pair => pair.Voice).Distinct().Count() >= LeastVoices))
            .Select(group => group.Key)
            .Concat(Criteria.Flaws.SelectMany(flaw => new[] { Signals.Cued + flaw.Id, Signals.CuedBefore + flaw.Id }))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(IsWord)
            .ThenBy(signal => signal, StringComparer.Ordinal),
    ];

    static bool IsWord(string signal) => signal.StartsWith(WordSignals.Start, StringComparison.Ordinal);

    static (int Row, double Value)[][] Columns(IReadOnlyList<(LabelledQuestion Question, IReadOnlyDictionary<string, double> Signals)> examples, string[] signals)
    {
        var places = signals.Select((signal, i) => (signal, i)).ToDictionary(pair => pair.signal, pair => pair.i, StringComparer.Ordinal);
        var columns = signals.Select(_ => new List<(int, double)>()).ToArray();
        for (var row = 0; row < examples.Count; row++)
        {
            foreach (var (signal, value) in examples[row].Signals)
            {
                if (places.TryGetValue(signal, out var place))
                {
                    columns[place].Add((row, value));
                }
            }
        }

        return [.. columns.Select(column => column.ToArray())];
    }
}
