using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions;

public sealed class LinterTests
{
    [Theory]
    [InlineData("ward-nurse", "data", "Why do nurses never fill in the weight?", "blame")]
    [InlineData("cardiologist", "data", "The EF is not in the letter because nobody needs it, right?", "leading")]
    [InlineData("cardiologist", "need", "Would you use an app that predicts readmission?", "hypothetical-future")]
    [InlineData("hospital-it", "data", "Do the timestamps use UTC or local time?", "forced-choice")]
    [InlineData("cardiologist", "data", "What does the lvef_pct_v2 field mean?", "raw-identifier")]
    [InlineData("hospital-it", "data", "Please send me the list with names and PESEL.", "privacy-risk")]
    [InlineData("ward-nurse", "need", "On a scale of 1 to 10, how bad is alarm fatigue?", "bare-scale")]
    [InlineData("ward-nurse", "need", "How often do the alarms go off?", "missing-time-frame")]
    [InlineData("cardiologist", "data", "The EF is missing in 60% of rows.", "no-clear-ask")]
    [InlineData("ward-nurse", "data", "Dlaczego pielęgniarki nigdy nie wpisują wagi?", "blame")]
    [InlineData("cardiologist", "data", "Die EF fehlt, weil sie niemand braucht, oder?", "leading")]
    public void A_flaw_is_found(string role, string kind, string text, string flaw)
    {
        var linted = Linter.Lint(text, role, kind);
        Assert.True(linted.Has(flaw), string.Join(' ', linted.Flaws.Select(found => found.Id)));
        Assert.False(linted.IsGood);
    }

    [Theory]
    [InlineData("ward-nurse", "data", "In 7 of 10 stays the weight is blank. What happened on the last morning when you could not weigh somebody?")]
    [InlineData("ward-nurse", "data", "My colleague wanted to ask \"why do you never weigh them?\". What does a morning look like on which weighing is possible?")]
    [InlineData("lab-diagnostician", "data", "What leaves the analyser when the sample is haemolysed?")]
    [InlineData("ward-nurse", "data", "Was there a morning last week when you could not weigh somebody? Tell me how it went.")]
    [InlineData("hospital-it", "data", "Which ADT event triggers the write to the warehouse, and who could show it to me?")]
    [InlineData("echo-sonographer", "data", "What you write when the picture is bad and EF is not possible to measure?")]
    [InlineData("ward-nurse", "need", "hey last night shift what made you run")]
    [InlineData("hospital-it", "data", "the feed stops at four every night whats it doing then")]
    [InlineData("ward-nurse", "data", "Last year a student asked you \"Why do you never fill in the weight?\" How did that conversation go on?")]
    [InlineData("clinical-engineer", "data", "Could I hold the torch while you open the next pump that comes back?")]
    [InlineData("manager", "need", "Which elective list was last cut short, on what day, and who made the call?")]
    [InlineData("lab-diagnostician", "data", "W maju 38 wyników potasu jest powyżej 7. Jak wygląda zhemolizowana próbka w tym, co wysyła analizator?")]
    public void A_good_question_is_left_alone(string role, string kind, string text)
    {
        var linted = Linter.Lint(text, role, kind);
        Assert.True(linted.IsGood, string.Join(' ', linted.Flaws.Select(found => found.Id)));
    }

    [Theory]
    [InlineData("clinical-engineer", "For the 31 stays that came back unpaid in June, which tariff had been claimed?")]
    [InlineData("medical-coder", "Here are five potassium results marked H. On which analyser were they rerun?")]
    [InlineData("ward-nurse", "In 212 rows the patient number has two owners. Which job merged them in the database?")]
    public void However_well_it_is_put_a_person_of_another_trade_cannot_know(string role, string text)
    {
        var linted = Linter.Lint(text, role, "data");
        Assert.True(linted.Has("wrong-role"), string.Join(' ', linted.Flaws.Select(found => found.Id)));
    }

    [Theory]
    [InlineData("Thank you for making time.")]
    [InlineData("Good morning. I am from the data team.")]
    [InlineData("Dziękuję.")]
    public void A_greeting_is_not_blamed_for_asking_nothing_and_has_no_better_way(string text)
    {
        var linted = Linter.Lint(text, "cardiologist", "data");
        Assert.Empty(linted.Flaws);
        Assert.Null(Linter.Rewrite(linted));
    }

    [Theory]
    [InlineData("Pourquoi est-ce que les infirmières ne notent pas le poids des patients dans le dossier ?", "fr")]
    [InlineData("¿Por qué las enfermeras no anotan el peso de los pacientes en la historia?", "es")]
    [InlineData("Почему медсёстры никогда не записывают вес?", "ru")]
    [InlineData("なぜ体重を記録しないのですか？", "ja")]
    public void Another_language_is_said_and_not_scored(string text, string language)
    {
        var linted = Linter.Lint(text, "ward-nurse");
        Assert.Equal((language, null, null, true), (linted.Language, linted.Score, linted.IsGood, linted.Note is not null));
        Assert.Empty(linted.Flaws);
        Assert.Null(Linter.Rewrite(linted));
    }

    [Theory]
    [InlineData("Thinking of the last patient, in this table, row 12, last week, what happened next, step by step, who else, what changed?")]
    [InlineData("Here are three rows. Last shift, last patient, which step, which system, what changed, who knows?")]
    [InlineData("On your last shift, here is row 12: is the data good?")]
    [InlineData("Thinking of the last patient you discharged, in 60% of rows, would our app have helped?")]
    public void Templates_with_the_right_words_and_nothing_to_ask_score_below_50(string text) => Assert.InRange(Linter.Lint(text, "ward-nurse").Score ?? 100, 0, 49);

    [Fact]
    public void A_repair_keeps_the_words_of_the_question()
    {
        var linted = Linter.Lint("How do you usually document the ejection fraction?", "cardiologist", "data");
        Assert.Equal("Thinking of the last patient you discharged, how did you document the ejection fraction?", Linter.Rewrite(linted));
    }

    [Fact]
    public void The_same_question_is_worth_less_to_somebody_who_cannot_know() => Assert.True(
        Linter.Lint("Is the HL7 feed dropping the OBX segments?", "ward-nurse", "data").Score < Linter.Lint("Is the HL7 feed dropping the OBX segments?", "hospital-it", "data").Score);
}
