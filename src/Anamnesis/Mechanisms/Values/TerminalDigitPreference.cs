using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>People round to 0 and 5, and to even numbers.</summary>
sealed class TerminalDigitPreference : IMechanism
{
    const double Zeros = 0.2; // 0.1 by chance
    const double Effect = 0.15;
    const double TwiceChance = 0.4; // share of multiples of 5
    const double Fives = 0.27; // multiples of 5; 0.2 by chance

    public string Id => "terminal-digit-preference";

    public IReadOnlyList<string> Explains => ["last-digits", "spike", "converted-values", "coarse-grid"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var digits = @case.Finding.Kind == "last-digits";
        var (zeros, effect, odd) = (facts.GetValueOrDefault("zeros"), facts.GetValueOrDefault("effect"), facts.GetValueOrDefault("odd"));
        var fives = facts.GetValueOrDefault("fives");
        var converted = @case.Finding.Kind == "converted-values";
        var others = @case.Finding.Kind == "spike" && @case.Variable is { } variable && @case.Finding.Number is { } one ? Fifths(variable.Numbers, one) : 0;
        var heaped = others >= TwiceChance;
        var round = @case.Finding.Number is { } spike && spike % 10 == 0;
        return
        [
            Sign.Strong($"{Says.Share(zeros)} of the values end in 0; 10 % by chance, 20 % where a device shows even digits only", zeros, digits && zeros >= (odd < 0.1 ? 0.3 : Zeros)),
            Sign.Strong($"the last digits differ from even use by V = {Says.Number(Math.Round(effect, 2))}", effect, digits && effect >= Effect),
            Sign.Support($"{Says.Share(odd)} end in an odd digit; half by chance", odd, digits && odd < 0.3),
            Sign.Support($"{Says.Share(fives)} end in 5; 10 % by chance", fives, digits && fives > 0.15),
            Sign.Support($"in the unit in which they are whole, {Says.Share(fives)} end in 0 or 5; 20 % by chance", fives, converted && fives >= Fives),
            Sign.Against($"in the unit in which they are whole, the digits are used evenly ({Says.Share(fives)} end in 0 or 5)", fives, converted && fives < Fives),
            Sign.Against("all values without exception are round, as a program rounds", zeros, (digits && facts.GetValueOrDefault("all") == 1) || (@case.Finding.Kind == "coarse-grid" && !IsReadByEye(@case))),
            Sign.Support("it is read by eye, and one observer may always round it", null, @case.Finding.Kind == "coarse-grid" && IsReadByEye(@case)),
            Sign.Against("one single value is frequent, and it is not round", @case.Finding.Number, @case.Finding.Kind == "spike" && !round),
            Sign.Against("one single value is frequent beyond those as round as itself", @case.Finding.Number, @case.Finding.Kind == "spike" && round && !heaped),
            Sign.Strong($"{Says.Share(others)} of the other values are multiples of 5, too; 20 % by chance", others, @case.Finding.Kind == "spike" && round && heaped),
        ];
    }

    /// <summary>A pressure at the cuff or a fraction at the screen: a person reads it, in steps of their own.</summary>
    internal static bool IsReadByEye(Case @case) => @case.Variable?.Variable.Known is "sbp" or "dbp" or "lvef";

    /// <summary>Share of multiples of 5 among the whole numbers other than one.</summary>
    static double Fifths(Frequencies numbers, double one)
    {
        var rest = numbers.Where(value => value != one && value != 0 && value == Math.Floor(value));
        return rest.Total == 0 ? 0 : (double)rest.Where(value => value % 5 == 0).Total / rest.Total;
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.vitals SET sbp = round(sbp / 10) * 10, dbp = round(dbp / 10) * 10 FROM {setting.Draws("vitals")} AS d WHERE d.row_id = vitals.row_id AND d.u1 < {setting.Severity}",
    ];
}
