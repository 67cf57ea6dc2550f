namespace Anamnesis.Questions.Interviews;

/// <summary>A talk with a simulated person. No chance and no model: the same words in the same order get the same answers.</summary>
sealed class Interview
{
    const int Greetings = 3; // without a question the talk is over
    const double Strained = 30; // trust
    const double Most = 100;
    const int Templates = 48; // the most points of a sentence used again
    const int Unfounded = 64; // of one that points at nothing

    readonly Hearing _hearing;
    readonly Answering _answering;
    readonly ModelDoor? _door;
    readonly List<Turn> _turns = [];
    bool _introduced;
    bool _purpose;

    internal Interview(Scenario scenario, int seed = 1, ModelDoor? door = null)
    {
        _door = door;
        (Scenario, Seed) = (scenario, seed);
        (_hearing, _answering) = (new Hearing(scenario), new Answering(scenario, seed));
        (Trust, Patience, Minutes) = (scenario.Persona.Trust, scenario.Persona.Patience, scenario.Persona.Minutes);
    }

    internal Scenario Scenario { get; }

    internal int Seed { get; }

    internal IReadOnlyList<Turn> Turns => _turns;

    /// <summary>The model at the door, or <c>none</c>.</summary>
    internal string Model => _door?.Name ?? "none";

    internal double Trust { get; private set; }

    internal double Patience { get; private set; }

    internal double Minutes { get; private set; }

    internal Stage Stage { get; private set; } = Stage.Opening;

    internal bool IsOver => Stage == Stage.Ended;

    /// <summary>Ids of beliefs that were planted and not cleared since.</summary>
    internal IReadOnlyList<string> Beliefs => [.. _turns.Skip(_turns.FindLastIndex(turn => turn.Clears) + 1).SelectMany(turn => turn.Planted).Distinct(StringComparer.Ordinal)];

    /// <summary>Why the talk ended before its time, or null.</summary>
    internal string? Broken => !IsOver ? null : Trust <= 0 ? "trust was gone" : Patience <= 0 ? "patience was gone" : Minutes <= 0 ? null : "nothing was asked";

    /// <summary>Says something and hears the answer; null when the talk is over.</summary>
    internal Turn? Ask(string text)
    {
        if (IsOver)
        {
            return null;
        }

        var heard = _hearing.Listen(text, _turns);
        var given = _answering.To(heard, _turns, Trust);
        Trust = Math.Clamp(Trust + Costs.Trust(heard, given, _introduced, _purpose), 0, Most);
        Patience = Math.Clamp(Patience + Costs.Patience(heard, given), 0, Most);
        Minutes += Costs.Minutes(heard, given);
        (_introduced, _purpose) = (_introduced || heard.Introduces, _purpose || heard.GivesPurpose);
        var substantive = given.Rule is not ("greeting" or "thanks" or "nothing-said" or "other-language");
        Stage = Next(heard, substantive);
        var turn = Spoken(Said(text, heard, given, substantive), heard);
        _turns.Add(turn);
        return turn;
    }

    /// <summary>The next thing that can be told: of the topic that was talked about, of importance, near the surface; null when all is told.</summary>
    internal Fact? Next(string? topic)
    {
        var knows = _turns.Select(turn => turn.Fact?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Scenario.Next(knows, topic);
    }

    /// <summary>What a model makes of the reply: a topic by its name where none was recognised, else other words.</summary>
    Turn Spoken(Turn turn, Heard heard) => _door is null ? turn
        : turn.Rule is "asks-back" or "offers-topics" && _door.Meant(heard.Text, Scenario.Topics) is { } meant ? turn with { Spoken = $"{turn.Reply} Do you mean {meant.Name}?" }
        : turn with { Spoken = _door.InOtherWords(turn.Reply, turn.Fact?.Hook, Scenario.Persona) };

    Stage Next(Heard heard, bool substantive) =>
        Trust <= 0 || Patience <= 0 || Minutes <= 0 || (!substantive && _turns.All(turn => turn.Score is null) && _turns.Count + 1 >= Greetings) ? Stage.Ended
        : heard.Closes ? Stage.Closing
        : Trust < Strained ? Stage.Strained
        : substantive || Stage != Stage.Opening ? Stage.Working : Stage.Opening;

    Turn Said(string text, Heard heard, Given given, bool substantive) => new()
    {
        Text = text,
        Linted = heard.Linted,
        Rule = given.Rule,
        Reply = Reply(given),
        Topic = given.Topic,
        Depth = given.Depth,
        Fact = given.Fact,
        Credit = given.Credit,
        Planted = given.Plants,
        Clears = given.Clears,
        Offered = _turns.Count > 0 && _turns[^1].Stage != Stage.Strained ? _turns[^1].Fact?.Hook : null,
        TookHook = heard.TookHook,
        Repeats = heard.Repeats,
        IsTemplate = heard.IsTemplate,
        PointsAtNothing = heard.PointsAtNothing,
        Score = substantive ? Points(heard) : null,
        Trust = Trust,
        Patience = Patience,
        Minutes = Math.Round(Minutes, 1),
        Stage = Stage,
    };

    /// <summary>A person whose patience, trust or time has run out says so.</summary>
    string Reply(Given given) => Stage != Stage.Ended ? given.Reply
        : $"{given.Reply} {Phrases.Of(Scenario, Trust <= 0 ? "ends-trust" : Patience <= 0 ? "ends-patience" : Minutes <= 0 ? "ends-time" : "ends-nothing", Seed, _turns.Count)}";

    /// <summary>A sentence used again earns what is concrete in it once, and so does one that points at what is not there.</summary>
    static int Points(Heard heard) => Math.Min(
        heard.Linted.Score ?? 0,
        heard.IsTemplate ? Templates : heard.PointsAtNothing && !heard.IsAnchored ? Unfounded : 100);

}
