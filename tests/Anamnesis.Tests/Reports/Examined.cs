using Anamnesis.Cli;
using Anamnesis.Examinations;

namespace Anamnesis.Reports;

/// <summary>Examinations that all laws of reports read, each made once.</summary>
[CollectionDefinition(nameof(Examined))]
public sealed class Examined : IDisposable, ICollectionFixture<Examined>
{
    internal const string Small = "clinic:?seed=5&patients=250&mechanisms=unit-mixture:0.9,paper-only-result:0.5,terminal-digit-preference:0.6,selective-ordering-by-severity:0.5,keying-error:0.3";
    internal static readonly string Large = Small.Replace("250", "1500", StringComparison.Ordinal);

    const int Shown = 40; // letters of what leaked

    readonly Dictionary<string, Examination> _examinations = new(StringComparer.Ordinal);
    readonly Dictionary<int, Hostile> _hostile = [];

    /// <summary>What is examined: addresses, and hostile sets by seed.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["demo", Small, "hostile 2", "hostile 3", "hostile 4", "hostile 5"];

    public void Dispose()
    {
        foreach (var set in _hostile.Values)
        {
            set.Dispose();
        }
    }

    internal Examination Of(string name)
    {
        if (!_examinations.TryGetValue(name, out var examination))
        {
            _examinations[name] = examination = Examiner.Examine(Seed(name) is { } seed ? Set(seed).Path : name, new ExaminationOptions { Cancellation = TestContext.Current.CancellationToken });
        }

        return examination;
    }

    /// <summary>What of a person stands in a text that was made of an examination.</summary>
    internal IReadOnlyList<string> Leaked(string name, string text)
    {
        var leaked = new List<string>();
        if (Seed(name) is { } seed)
        {
            var secrets = Set(seed).Searched;
            for (var at = 0; text.AsSpan(at).IndexOfAny(secrets) is >= 0 and var found; at += found + 1)
            {
                leaked.Add(text.Substring(at + found, Math.Min(Shown, text.Length - at - found)));
            }
        }

        return leaked;
    }

    /// <summary>A report by its id; <c>terminal</c> is the one of the command line.</summary>
    internal string Report(string id, string name, Rendering? rendering = null)
    {
        rendering ??= new Rendering();
        if (id != "terminal")
        {
            return Catalog.Of<IReport>().Single(report => report.Id == id).Render(Of(name), rendering);
        }

        using var text = new StringWriter();
        TerminalReport.Print(new Terminal(text, text) { Width = 100 }, Of(name), rendering);
        return text.ToString();
    }

    Hostile Set(int seed)
    {
        if (!_hostile.TryGetValue(seed, out var set))
        {
            _hostile[seed] = set = new Hostile(seed);
        }

        return set;
    }

    static int? Seed(string name) => name.StartsWith("hostile ", StringComparison.Ordinal) ? int.Parse(name.AsSpan(8), System.Globalization.CultureInfo.InvariantCulture) : null;
}
