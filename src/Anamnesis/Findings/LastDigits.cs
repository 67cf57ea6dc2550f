using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Final digits are not uniform.</summary>
sealed class LastDigits : IFindingKind
{
    const int Fewest = 100; // values
    const int FewestDistinct = 20;
    const int FinestHabit = 4; // decimals
    const double MeasuredSo = 0.85; // share of values with a decimal less
    const double Even = 0.1; // Cramér's V below which digits are used evenly
    const int FewestOfSize = 50; // values of one order of magnitude
    const double Zeros = 0.25; // share of final zeros; 0.1 by chance
    const double Effect = 0.25; // Cramér's V of the digits
    const int MostSites = 6;
    const int MostVariables = 20; // a table, that are counted by place
    const double Hidden = 0.13; // share of final zeros among all places, where one of them may round

    public string Id => "last-digits";

    public string Title => "Final digits are not uniform";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            var variables = Measured.In(table).Where(variable => !variable.Rounded && variable.Variable.Role == Role.Value).ToList();
            var told = variables.Where(variable => Habit(variable, variable.Numbers) is not null).ToList();
            foreach (var finding in told.Select(variable => Told(variable, variable.Numbers, dataset.Dialect)).Concat(AtSites(dataset, table, [.. variables.Except(told)])))
            {
                yield return finding;
            }
        }
    }

    /// <summary>At one place people round, which is lost among the others.</summary>
    IEnumerable<Finding> AtSites(Dataset dataset, TableProfile table, List<VariableProfile> variables)
    {
        if (CoarsestPlace.Of(table, MostSites) is not { Kind: Kind.Text } site || table.Column(site.Name) is not { } places)
        {
            yield break;
        }

        List<(VariableProfile Variable, string Site)> wanted = [.. from variable in variables.Where(variable => variable.OneIn == 1 && IsReadOff(variable) && MayHideHabit(variable)).Take(MostVariables) from place in places.Texts select (variable, place.Text)];
        foreach (var ((variable, place), values) in wanted.Count == 0 ? [] : wanted.Zip(Findings.AtSites.Of(dataset, table, table.Table.From, site, wanted)))
        {
            if (Habit(variable, values.There) is not null)
            {
                yield return Told(variable, values.There, dataset.Dialect, (site, place));
            }
        }
    }

    /// <summary>More zeros among all than chance leaves.</summary>
    static bool MayHideHabit(VariableProfile variable) => Continuum(variable.Numbers) is { Total: >= Fewest } numbers && Grid.Digits(numbers, Grid.Usual(numbers))[0] >= Hidden * numbers.Total;

    /// <summary>The decimals that people round, and how uneven the digits are there; null where they are as even as measured ones.</summary>
    static (int Decimals, double Effect)? Habit(VariableProfile variable, Frequencies all)
    {
        var numbers = Continuum(all);
        if (all.Values.Count < FewestDistinct || numbers.Total < Fewest)
        {
            return null;
        }

        var decimals = Grid.Usual(numbers);
        var digits = Grid.Digits(numbers, decimals);
        var effect = Effects(digits);
        return numbers.Quantile(0.95) - numbers.Quantile(0.05) >= 20 * Math.Pow(10, -decimals)
            && (double)digits[0] / numbers.Total >= Zeros && effect >= Effect && Everywhere(numbers, decimals) && !IsCoarser(variable, numbers, decimals) && !IsPrinting(digits, numbers.Total, decimals)
            && !IsBinary(digits, decimals) && !IsThreeFigures(numbers)
            && ConvertedValues.Of(all) is null
            ? (decimals, effect) : null;
    }

    /// <summary>Judged without single frequent values, told of all of them but zero and codes for nothing.</summary>
    Finding Told(VariableProfile variable, Frequencies numbers, Dialect dialect, (Column Column, string Name)? site = null)
    {
        var (decimals, effect) = Habit(variable, numbers)!.Value; // seen before
        var all = numbers.Where(value => value != 0 && !DisguisedMissing.IsCode(variable, value));
        var digits = Grid.Digits(all, decimals);
        var zeros = (double)digits[0] / all.Total;
        var codes = numbers.Values.Where(value => DisguisedMissing.IsCode(variable, value)).ToList();
        var what = decimals switch { 0 => "ends in 0", 1 => "is a whole number", 2 => "has at most one decimal", _ => $"has at most {Says.Count(decimals - 1)} decimals" };
        var (at, condition) = (string.Empty, Condition(dialect, variable.Variable.Value, decimals, codes));
        if (site is var (column, place))
        {
            (at, condition) = ($"At {column.Name} {RecognitionItems.Plain(place)} ", $"{condition} AND {Findings.AtSites.Condition(variable.Variable, column, place, dialect)}");
        }

        return Draft.Of(
            Id, variable,
            $"{at}{variable.Variable.Label} {what} in {Says.Of(variable.Scaled(digits[0]), variable.Scaled(all.Total), "values")} ({Says.Share(zeros)}; 10 % would be expected)",
            variable.Scaled(digits[0]), condition) with
        {
            Denominator = variable.Scaled(all.Total),
            Where = new Where(site?.Name, Item: variable.Variable.Item),
            Weight = 0.2 + (0.3 * zeros),
            Facts = new Dictionary<string, double>
            {
                ["zeros"] = zeros,
                ["effect"] = effect,
                ["fives"] = (double)digits[5] / all.Total,
                ["odd"] = (double)(digits[1] + digits[3] + digits[5] + digits[7] + digits[9]) / all.Total,
                ["all"] = zeros == 1 ? 1 : 0,
                ["decimals"] = decimals,
            },
        };
    }

    /// <summary>The values without single values that hold more than a tenth: a spike is no habit of digits.</summary>
    static Frequencies Continuum(Frequencies numbers) => numbers.Where(value => !IsLeftOut(numbers, value));

    static bool IsLeftOut(Frequencies numbers, double value) => value == 0 || numbers.CountOf(value) > 0.15 * numbers.Total;

    static IEnumerable<double> LeftOut(Frequencies numbers) => numbers.Values.Where(value => IsLeftOut(numbers, value)).Prepend(0).Distinct();

    /// <summary>Most values have a decimal less, and its digits are used evenly: another resolution, of a device or a program.</summary>
    static bool IsCoarser(VariableProfile variable, Frequencies numbers, int decimals) =>
        decimals >= (IsReadOff(variable) ? 2 : 1) && Effects(Grid.Digits(numbers.Where(value => Grid.LastDigit(value, decimals) == 0), decimals - 1)) < Even;

    /// <summary>A person reads it off a scale, so that whole numbers are a habit: no concentration, which an analyser prints.</summary>
    static bool IsReadOff(VariableProfile variable) =>
        variable.Variable.Known is { } id && Variables.Find(id) is { } known && (known.Unit == "1/min" || !known.Unit.Contains('/', StringComparison.Ordinal));

    /// <summary>Nobody rounds in the fourth decimal, and where nearly all values have a decimal less, that is how they are measured and the few others are the odd ones.</summary>
    static bool IsPrinting(long[] digits, long total, int decimals) => decimals >= FinestHabit || (decimals > 0 && digits[0] >= MeasuredSo * total);

    /// <summary>Numbers of many sizes, all with three figures or fewer, whose third figures are used evenly: how a program prints counts of cells or copies.</summary>
    static bool IsThreeFigures(Frequencies numbers)
    {
        var third = new long[10];
        foreach (var value in numbers.Values.Where(value => Math.Abs(value) >= 1000))
        {
            var scaled = Math.Abs(value) / Math.Pow(10, Size(value) - 2);
            if (Math.Abs(scaled - Math.Round(scaled)) > 1e-6)
            {
                return false;
            }

            third[(int)(Math.Round(scaled) % 10)] += numbers.CountOf(value);
        }

        return third.Sum() >= 0.9 * numbers.Total && Effects(third) < Even;
    }

    /// <summary>The last decimals are only 0 and 5, or hardly more: halves, quarters and other fractions of a machine, in which nobody rounds.</summary>
    static bool IsBinary(long[] digits, int decimals) => decimals >= 2 && digits.Skip(1).Count(count => count > 0) < 3;

    /// <summary>Round values lie in every part of the range: resolutions that change with the size of the value are no habit.</summary>
    static bool Everywhere(Frequencies numbers, int decimals)
    {
        var (low, middle, high) = (numbers.Quantile(decimals > 0 ? 0.1 : 0.25), numbers.Quantile(0.5), numbers.Quantile(0.75));
        var sizes = numbers.Values.Select(Size).Distinct().Select(size => numbers.Where(value => Size(value) == size)).Where(part => part.Total >= FewestOfSize);
        return new[] { numbers.Where(value => value <= low), numbers.Where(value => value <= middle), numbers.Where(value => value > middle), numbers.Where(value => value > high) }
            .Concat(sizes).All(part => part.Total == 0 || Grid.Digits(part, decimals)[0] >= 0.7 * Zeros * part.Total);
    }

    /// <summary>Digits before the point: results are often printed to three digits whatever their size.</summary>
    static int Size(double value) => value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value)));

    static double Effects(long[] digits)
    {
        var n = (double)digits.Sum();
        var chi = digits.Sum(count => Math.Pow(count - (n / 10), 2) / (n / 10));
        return n == 0 ? 0 : Math.Sqrt(chi / (9 * n));
    }

    static Sql Condition(Dialect dialect, Sql value, int decimals, List<double> codes)
    {
        Sql scaled = dialect.Round($"{value} * {Math.Pow(10, decimals)}", 0);
        Sql ends = $"{value} <> 0 AND {scaled} = 10 * floor({scaled} / 10)";
        return codes.Count == 0 ? ends : $"{ends} AND {value} NOT IN ({Sql.Join(", ", codes.Select(code => (Sql)$"{code}"))})";
    }
}
