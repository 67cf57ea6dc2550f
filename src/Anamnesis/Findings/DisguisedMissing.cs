using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Codes and words that mean that there is nothing, among values.</summary>
sealed class DisguisedMissing : IFindingKind
{
    static readonly double[] Codes = [-9, -99, -999, -9999, -1, -8, -7, 9, 99, 999, 9999, 99999, 999999, 88, 888, 777, 77, 98, 998, 99.9, 999.9];

    static readonly HashSet<string> Phrases = new(StringComparer.Ordinal)
    {
        "unknown", "not specified", "unable to obtain", "unobtainable", "not available", "not recorded", "not done", "not known", "missing", "none given", "unspecified", "undetermined", "not stated",
        "patient declined to answer", "declined", "refused", "other/unknown", "brak danych", "nieznany", "nieznane", "nieznana", "unbekannt", "keine angabe", "no data", "n/a", "not applicable", "unk", "not reported", "?",
    };

    const double NameAlone = 0.3; // confidence of a variable known by its name, whose values do not fit
    const double ByChance = 0.1; // probability by Poisson
    const double Sure = 0.7; // confidence from which the limits of a variable count
    const double NextToNothing = 0.001; // of the usual range, from which a value is measured rather than rounded to 0
    const int ManyItems = 5; // items of a long table from which a code is told once for all

    public string Id => "disguised-missing";

    public string Title => "Codes and words that mean that there is nothing";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        profile.Tables.SelectMany(table => Numbers(table).Concat(Zeros(table)).Concat(NewCodes(table)).Concat(SharedCode.In(table, Id, dataset)).Concat(Words(table)).Concat(Marks(table)));

    /// <summary>True when a value is a known code for nothing that stands apart from the rest of its variable.</summary>
    internal static bool IsCode(VariableProfile variable, double value)
    {
        if (!Codes.Contains(value))
        {
            return false;
        }

        if (IsAmongOthers(variable.Numbers.Values, value))
        {
            return false;
        }

        var rest = variable.Numbers.Where(other => other != value && !IsOtherCode(other));
        if (rest.Total == 0)
        {
            return value is -9 or -99 or -999 || (value is 999 or 9999 && variable.Variable.Known is not null); // a number that stands alone may be a code of its own
        }

        if (value < 0)
        {
            // other negatives make it an ordinary value; -1 alone needs a rest that is far from it or whole codes
            return rest.Min >= 0 && (value <= -7 || rest.Min > 0 || variable.Numbers.CountOf(value) >= 3);
        }

        var spread = Math.Max(rest.Quantile(0.75) - rest.Quantile(0.25), Math.Pow(10, -Statistics.Grid.Usual(rest)));
        return value > rest.Max && value - rest.Max >= 3 * spread && (value >= 88 || rest.Values.Count <= 8);
    }

    static bool IsOtherCode(double value) => Codes.Contains(value) && value is < 0 or >= 88;

    /// <summary>Ordinary values lie beyond it, or are negative as it is: seen from the end, before the others are listed.</summary>
    static bool IsAmongOthers(IReadOnlyList<double> values, double value)
    {
        var beyond = value < 0 ? values.TakeWhile(other => other < 0) : Enumerable.Range(1, values.Count).Select(place => values[^place]).TakeWhile(other => other > value);
        return beyond.Any(other => other != value && !IsOtherCode(other));
    }

    /// <summary>One finding for each code over all the columns of a table that use it, or over many items that use it.</summary>
    IEnumerable<Finding> Numbers(TableProfile table)
    {
        var uses = from variable in table.Variables
                   where variable.Numbers.Total > 0 && variable.Variable.Role is Role.Value or Role.Category or Role.Other or Role.Outcome or Role.Site
                       && !TrialRules.Counts(NameTokens.Of(variable.Variable.Column.Name))
                       && (variable.Variable.Item is not null || table.Reading.Layout != Layout.Long || variable.Variable.Role != Role.Value)
                   from code in Codes
                   let count = variable.Numbers.CountOf(code)
                   where count > 0 && IsCode(variable, code)
                   group (Variable: variable, Count: count) by code into same
                   let items = same.Count(one => one.Variable.Variable.Item is not null)
                   from use in same.GroupBy(one => (Code: same.Key, Item: items < ManyItems ? one.Variable.Variable.Item : null))
                   select use;
        foreach (var use in uses)
        {
            var columns = use.ToList();
            var cells = columns.Sum(one => one.Variable.Scaled(one.Count));
            var all = columns.Sum(one => one.Variable.Scaled(one.Variable.Numbers.Total));
            Sql condition = columns.Exists(one => one.Variable.Variable.Item is not null)
                ? $"CASE WHEN {columns[0].Variable.Variable.Value} = {use.Key.Code} THEN {AnyOf(table, [.. columns.Select(one => one.Variable.Variable)])} ELSE FALSE END" // the list is read only where the code is
                : Sql.Join(" OR ", columns.Select(one => (Sql)$"{one.Variable.Variable.Value} = {use.Key.Code}"));
            yield return Coded(table, columns.ConvertAll(one => one.Variable), use.Key.Code, cells, all, condition, cells == all ? "is all that stands there" : "stands far from all other values", use.Key.Item);
        }
    }

    /// <summary>Rows about any of some items; one list, because hundreds of comparisons a row are slow.</summary>
    static Sql AnyOf(TableProfile table, List<Variable> variables)
    {
        var item = table.Reading.Of(Role.Item);
        var codes = variables.ConvertAll(variable => variable.Item ?? string.Empty);
        if (item?.Kind == Kind.Text)
        {
            return $"{item.Value} IN ({Sql.Join(", ", codes.Select(code => (Sql)$"{code}"))})";
        }

        var numbers = codes.ConvertAll(code => double.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : double.NaN);
        return item?.Kind == Kind.Number && numbers.TrueForAll(double.IsFinite)
            ? (Sql)$"{item.Value} IN ({Sql.Join(", ", numbers.Select(number => (Sql)$"{number}"))})"
            : $"({Sql.Join(" OR ", variables.Select(variable => variable.Rows))})";
    }

    Finding Coded(TableProfile table, List<VariableProfile> variables, double code, long cells, long all, Sql condition, string why, string? item) => Draft.Of(
        Id, table.Table, [.. variables.Select(variable => variable.Variable.Column).DistinctBy(column => column.Name)],
        $"{(item is null && variables.Count >= ManyItems && variables[0].Variable.Item is not null ? $"the value of {variables.Count} items" : Says.List([.. variables.Select(variable => variable.Variable.Label)]))} {(variables.Count == 1 ? "is" : "are")} {Says.Number(code)} in {Says.Of(cells, all, "values")}, which {why}",
        (cells, all), condition) with
    {
        Variable = item ?? (variables.Count == 1 ? variables[0].Variable.Known : null),
        Where = item is null ? Where.Anywhere : new Where(Item: item),
        Number = code,
        Weight = 0.4 + Math.Min(0.5, (double)cells / Math.Max(1, table.Table.Rows)),
        Facts = new Dictionary<string, double> { ["code"] = code, ["columns"] = variables.Count },
    };

    /// <summary>Zero where a living adult cannot have it, even when all values are 0.</summary>
    IEnumerable<Finding> Zeros(TableProfile table) =>
        from variable in table.Variables
        let zeros = variable.Numbers.CountOf(0)
        where zeros > 0
        let known = variable.Variable.Known is { } id && variable.Variable.KnownConfidence >= (zeros == variable.Numbers.Total ? NameAlone : 0.7) ? Variables.Find(id) : null
        let rest = variable.Numbers.Where(value => value != 0)
        let impossible = known is not null && known.Hard.Low > 0 && known.Usual.Low > 0 && known.Hard.Low >= NextToNothing * known.Usual.High // what may be next to nothing may be rounded down to it
        let apart = rest.Values.Count >= 15 && rest.Total >= 20 && rest.Min > 0 && variable.Variable.Role == Role.Value && zeros >= 1 && (Far(rest) || Statistics.ZeroGap.Is(variable, zeros, rest)) && !CountLike(variable) && zeros != table.Patients // once a person is where time begins
        where impossible || apart
        select Coded(table, [variable], 0, variable.Scaled(zeros), variable.Scaled(variable.Numbers.Total), $"{variable.Variable.Rows} AND {variable.Variable.Value} = 0",
            impossible ? $"no living adult has as {known!.Name.ToLowerInvariant()}" : $"lies {(Far(rest) ? "far " : string.Empty)}below all the others (from {Says.Number(Far(rest) ? rest.Quantile(0.01) : rest.Min)} up)", variable.Variable.Item); // impossible only when known

    /// <summary>The distance from zero to the values is far larger than the values are spread.</summary>
    static bool Far(Frequencies rest)
    {
        var spread = rest.Quantile(0.95) - rest.Quantile(0.05);
        return rest.Quantile(0.01) > 0.5 * spread && rest.Quantile(0.01) > 0.3 * rest.Quantile(0.5) && rest.Min > 0.2 * rest.Quantile(0.5);
    }

    static bool CountLike(VariableProfile variable) => NameTokens.Of(variable.Variable.Label).Has(
        "count", "n", "num", "number", "nodes", "time", "futime", "duration", "change", "visit", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "dose", "doses", "amount", "amt", "infusion", "cost", "income");

    /// <summary>A code outside the run of a column's codes: 4 after 0 to 3 with few rows, 0 before 1 to 3, 9 in 0 to 3.</summary>
    IEnumerable<Finding> NewCodes(TableProfile table) =>
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Variable.Role is Role.Category or Role.Value && variable.Numbers.Total >= 50
            && variable.Numbers.Values.Count is >= 3 and <= 10 && variable.Numbers.Values.All(value => value == Math.Floor(value)) && variable.Numbers.Max <= 20 && variable.Numbers.Min >= 0
        from edge in ((double Value, bool Top)[])[(variable.Numbers.Max, true), (variable.Numbers.Min, false)]
        let count = variable.Numbers.CountOf(edge.Value)
        let rest = variable.Numbers.Where(value => value != edge.Value)
        where count <= 0.02 * variable.Numbers.Total && rest.Values.Count >= 2
            && (edge.Top ? edge.Value == rest.Max + 1 && rest.Values.Count >= 3 && rest.Min == 0 && Falls(rest) && Dense(rest) && IsBelowTail(rest, count) : edge.Value == 0 && rest.Min == 1 && rest.Values.Count <= 5 && Dense(rest))
            && !CountLike(variable) && !IsScore(variable) && !IsCode(variable, edge.Value) && !IsLegal(variable, edge.Value)
        select Coded(table, [variable], edge.Value, variable.Scaled(count), variable.Scaled(variable.Numbers.Total), $"{variable.Variable.Value} = {edge.Value}",
            $"is rare beside the codes {Says.Number(rest.Min)} to {Says.Number(rest.Max)}", null) with
        { Weight = 0.3, Facts = new Dictionary<string, double> { ["code"] = edge.Value, ["columns"] = 1, ["new"] = 1 } };

    /// <summary>Grades and scores, of symptoms, too: their worst value is rare by nature.</summary>
    static bool IsScore(VariableProfile variable) => NameTokens.Of(variable.Variable.Label) is var name
        && (name.Has("score", "grade", "grading", "stage", "staging", "class", "severity", "degree", "level", "ecog", "who", "nyha", "ccs", "asa", "killip", "gcs", "apgar", "mrs", "rankin", "nihss",
                "karno", "karnofsky", "adl", "iadl", "barthel", "katz", "sofa", "apache", "saps", "meld", "child", "fontaine", "ps", "nrs", "vas", "likert", "differ", "extent", "stopien", "klasa", "skala", "grad", "stadium", "klasse")
            || name.Contains("score", "ecog", "karnof", "nyha", "grade", "stage")
            || name.Contains("dyspn", "breathl", "dusznosc", "atemnot", "luftnot", "swelling", "oedem", "edema", "obrzek", "pain", "schmerz", "nausea", "nudnosci", "fatigue", "zmeczen", "cough", "kaszel", "dizz", "itch"));

    static bool IsLegal(VariableProfile variable, double value) =>
        variable.Variable.Known is { } id && variable.Variable.KnownConfidence >= Sure && Variables.Find(id) is { } known && value >= known.Hard.Low && value <= known.Hard.High;

    static bool Falls(Frequencies rest) => rest.Counts[0] >= rest.Counts[^1];

    /// <summary>Rarer than the counts of the codes before would lead one to expect: a count of events falls evenly, a code that came later does not.</summary>
    static bool IsBelowTail(Frequencies rest, long count)
    {
        var (before, last) = ((double)rest.Counts[^2], (double)rest.Counts[^1]);
        var expected = last * Math.Min(1, last / before);
        var (term, atMost) = (Math.Exp(-expected), 0.0);
        for (var k = 0; k <= count; k++)
        {
            atMost += term;
            term *= expected / (k + 1);
        }

        return count <= last * 0.5 && atMost < ByChance;
    }

    static bool Dense(Frequencies rest) => rest.Max - rest.Min == rest.Values.Count - 1;

    /// <summary>Words for nothing among the words of a category.</summary>
    IEnumerable<Finding> Words(TableProfile table)
    {
        foreach (var variable in table.Variables.Where(v => v.Variable.Item is null && v.Variable.Column.Kind == Kind.Text && v.Variable.Role is Role.Category or Role.Site or Role.Other or Role.User && v.Distinct is > 1 and < 5000))
        {
            var words = variable.Texts.Where(text => IsPhrase(text.Text)).ToList();
            var zero = variable.Texts.FirstOrDefault(text => text.Text is "0" or "00000000000");
            var code = zero.Count > 0 && variable.Texts.Count(text => text.Text.Length >= 5) > 0.5 * variable.Texts.Count;
            if (words.Count == 0 && !code)
            {
                continue;
            }

            var all = code ? [.. words, zero] : words;
            var cells = all.Sum(text => text.Count) * variable.OneIn;
            var listed = Sql.Join(", ", all.Select(text => (Sql)$"{text.Text}"));
            yield return Draft.Of(
                Id, table.Table, [variable.Variable.Column],
                $"{variable.Variable.Label} holds {(all.Count == 1 ? "a word" : $"{all.Count} words")} for nothing ({Says.List([.. all.Select(text => $"'{text.Text}'")])}) in {Says.Of(cells, variable.Present)}",
                (cells, variable.Present), $"{variable.Variable.Value} IN ({listed})") with
            { Token = "words", Weight = 0.2 + (0.3 * cells / Math.Max(1, variable.Present)), Facts = new Dictionary<string, double> { ["words"] = all.Count, ["columns"] = 1 } };
        }
    }

    static bool IsPhrase(string text)
    {
        var folded = text.Trim().ToLowerInvariant();
        return Phrases.Contains(folded) || (folded.Length < 40 && (folded.StartsWith("unknown", StringComparison.Ordinal) || folded.EndsWith("(default)", StringComparison.Ordinal) || folded.StartsWith("not specified", StringComparison.Ordinal) || folded.StartsWith("unable to", StringComparison.Ordinal)));
    }

    /// <summary>Numbers 0 in columns of concept codes, and marks that the file writes for nothing in several ways.</summary>
    IEnumerable<Finding> Marks(TableProfile table)
    {
        foreach (var variable in table.Variables.Where(v => v.Variable.Item is null && TypeMix.IsIdWithZeros(v)))
        {
            var zeros = variable.Scaled(variable.Numbers.CountOf(0));
            yield return Coded(table, [variable], 0, zeros, zeros + variable.Scaled(variable.Unreadable.Sum(text => text.Count)), $"{variable.Variable.Value} = 0", "is no identifier but stands for none", null);
        }

        foreach (var variable in table.Variables.Where(v => v.Variable.Item is null && v.Variable.Column.Kind == Kind.Number && NameTokens.Of(v.Variable.Column.Name) is var name && name.Has("concept", "code", "id", "ndc")))
        {
            var zeros = variable.Numbers.CountOf(0);
            var rest = variable.Numbers.Where(value => value != 0);
            if (zeros > 0 && rest.Total > 0 && rest.Min >= 1000 && variable.Variable.Role is not (Role.Patient or Role.Stay or Role.RowId))
            {
                yield return Coded(table, [variable], 0, variable.Scaled(zeros), variable.Scaled(variable.Numbers.Total), $"{variable.Variable.Value} = 0", "is no code but stands for none", null);
            }
        }
    }
}
