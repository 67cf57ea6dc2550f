namespace Anamnesis.Questions.Linting;

/// <summary>How the linter agrees with what a person said about questions.</summary>
/// <param name="Marked">Each question with the flaws that were named; none means good.</param>
sealed record LintAccuracy(IReadOnlyList<(LabelledQuestion Question, IReadOnlyList<string> Flaws)> Marked)
{
    const int Parts = 10;

    /// <summary>Share of the questions whose good or not good is right.</summary>
    internal double Accuracy => Share(Marked);

    /// <summary>The same on questions whose surface misleads.</summary>
    internal double Tricky => Share([.. Marked.Where(marked => marked.Question.IsTricky)]);

    /// <summary>Precision, recall and number of labels of a flaw; NaN where nothing can be said.</summary>
    internal (double Precision, double Recall, int Labels, int Named) Of(string flaw)
    {
        var named = Marked.Count(marked => marked.Flaws.Contains(flaw));
        var labels = Marked.Count(marked => marked.Question.Flaws.Contains(flaw));
        double both = Marked.Count(marked => marked.Flaws.Contains(flaw) && marked.Question.Flaws.Contains(flaw));
        return (both / named, both / labels, labels, named);
    }

    /// <summary>Precision and recall over all flaws together.</summary>
    internal (double Precision, double Recall) Micro
    {
        get
        {
            double both = Marked.Sum(marked => marked.Flaws.Intersect(marked.Question.Flaws).Count());
            return (both / Marked.Sum(marked => marked.Flaws.Count), both / Marked.Sum(marked => marked.Question.Flaws.Count));
        }
    }

    /// <summary>By trained weights.</summary>
    internal static LintAccuracy Of(IReadOnlyList<LabelledQuestion> questions, Weights weights) =>
        new([.. questions.Select(question => (question, Judgement.Flaws(Read(question), weights)))]);

    /// <summary>By rules alone: a question with a cue is not good.</summary>
    internal static LintAccuracy ByRules(IReadOnlyList<LabelledQuestion> questions) => new([.. questions.Select(question =>
    {
        var marks = Read(question).Marks;
        return (question, (IReadOnlyList<string>)[.. marks.Cues.Keys.Where(id => !marks.Guarded.Contains(id))]);
    })]);

    /// <summary>Each group is judged by weights that were fitted without it; groups are dealt to ten parts that are left out one after another.</summary>
    internal static LintAccuracy LeavingOut(IReadOnlyList<LabelledQuestion> questions, Func<LabelledQuestion, string> group, bool onlyGood = false)
    {
        var examples = Examples(questions);
        var groups = examples.Select(example => group(example.Question)).Distinct(StringComparer.Ordinal).ToList();
        int Part(LabelledQuestion question) => groups.IndexOf(group(question)) % Parts;
        return new([.. Enumerable.Range(0, Math.Min(Parts, groups.Count)).SelectMany(part =>
        {
            var weights = Training.Fit([.. examples.Where(example => Part(example.Question) != part).Select(example => (example.Question, example.Reading.Signals))], onlyGood);
            return examples.Where(example => Part(example.Question) == part).Select(example => (example.Question, Judgement.Flaws(example.Reading, weights)));
        })]);
    }

    /// <summary>Each author who did not know the rules is judged by weights that were fitted to the questions of all others.</summary>
    internal static LintAccuracy LeavingAuthorsOut(IReadOnlyList<LabelledQuestion> questions, bool onlyGood = false)
    {
        var examples = Examples(questions);
        return new([.. questions.Select(question => question.Author).Where(author => author != LabelledQuestion.House).Distinct(StringComparer.Ordinal).SelectMany(author =>
        {
            var weights = Training.Fit([.. examples.Where(example => example.Question.Author != author).Select(example => (example.Question, example.Reading.Signals))], onlyGood);
            return examples.Where(example => example.Question.Author == author).Select(example => (example.Question, Judgement.Flaws(example.Reading, weights)));
        })]);
    }

    /// <summary>The weights of these questions.</summary>
    internal static Weights Fit(IReadOnlyList<LabelledQuestion> questions) => Training.Fit([.. Examples(questions).Select(example => (example.Question, example.Reading.Signals))]);

    static List<(LabelledQuestion Question, Reading Reading)> Examples(IReadOnlyList<LabelledQuestion> questions) => [.. questions.Select(question => (question, Read(question)))];

    static Reading Read(LabelledQuestion question) => Reading.Of(question.Text, question.Role, question.Kind);

    static double Share(IReadOnlyList<(LabelledQuestion Question, IReadOnlyList<string> Flaws)> marked) =>
        marked.Count == 0 ? double.NaN : marked.Average(one => one.Question.IsGood == (one.Flaws.Count == 0) ? 1.0 : 0.0);
}
