using Anamnesis.Knowledge;
using Anamnesis.Questions.Linting;
using CsCheck;

namespace Anamnesis.Questions;

/// <summary>What holds for every question that anybody may ask.</summary>
public sealed class LintingLaws
{
    static readonly IReadOnlyList<LabelledQuestion> Labelled = LabelledQuestion.Read(Path.Combine(Shared.Root(), LabelledQuestion.Training));
    static readonly string[] Tags = [", right?", ", correct?", ", don't you think?", ", isn't it?"];

    /// <summary>Every ninth labelled question: of all voices, and cheap.</summary>
    static IEnumerable<LabelledQuestion> Some => Labelled.Where((_, i) => i % 9 == 0);

    /// <summary>Each of them with what the linter says.</summary>
    static readonly Lazy<IReadOnlyList<(LabelledQuestion Question, LintedQuestion Linted)>> Linted = new(() => [.. Some.Select(question => (question, Linter.Lint(question.Text, question.Role, question.Kind)))]);

    public static TheoryData<string> Flaws => [.. Criteria.Flaws.Select(flaw => flaw.Id)];

    [Fact]
    public void A_rewrite_never_scores_lower_than_the_question() => Assert.All(Linted.Value, one =>
    {
        if (Linter.Rewrite(one.Linted) is { } rewrite)
        {
            Assert.True(Linter.Lint(rewrite, one.Question.Role, one.Question.Kind).Score > one.Linted.Score, $"{one.Question.Text} -> {rewrite}");
        }
    });

    [Fact]
    public void Every_question_with_a_flaw_has_a_better_way() => Assert.All(
        Linted.Value.Select(one => one.Linted).Where(linted => linted.IsGood == false),
        linted => Assert.False(string.IsNullOrWhiteSpace(Linter.Rewrite(linted)), linted.Text));

    [Fact]
    public void A_tag_that_asks_for_assent_never_raises_the_score() => Assert.All(Some.Where((_, i) => i % 2 == 0), question =>
    {
        var bare = question.Text.TrimEnd('?', '.', '!', ' ');
        var score = Linter.Lint(bare + "?", question.Role, question.Kind).Score;
        Assert.All(Tags, tag => Assert.True(Linter.Lint(bare + tag, question.Role, question.Kind).Score <= score, bare + tag));
    });

    [Fact]
    public void Any_text_is_linted_and_every_span_lies_in_it() => Gen.Select(Gen.String, Gen.Int[0, Respondents.All.Count].Select(i => i == 0 ? null : Respondents.All[i - 1].Id)).Sample(
        (text, role) =>
        {
            var linted = Linter.Lint(text, role);
            Linter.Rewrite(linted);
            return linted.Score is null or (>= 0 and <= 100) && linted.Flaws.All(flaw => flaw.From >= 0 && flaw.From <= flaw.To && flaw.To <= text.Length);
        },
        iter: 300);

    [Fact]
    public void A_pattern_that_is_not_tried_could_not_have_matched()
    {
        var cues = Criteria.Flaws.Concat(Criteria.Qualities).SelectMany(page => ((IEnumerable<IReadOnlyDictionary<string, IReadOnlyList<Cue>>>)[page.Cues, page.Hints, page.Guards]).SelectMany(lists => lists.Values)).SelectMany(list => list).ToList();
        var everything = new Letters(string.Empty);
        Assert.True(cues.Count(cue => !cue.MayMatch(everything)) > 0.9 * cues.Count, "the patterns without letters are few");
        foreach (var plain in Labelled.Where((_, i) => i % 29 == 0).Select(question => Utterance.Read(question.Text).Plain))
        {
            var letters = new Letters(plain);
            Assert.All(cues.Where(cue => !cue.MayMatch(letters)), cue => Assert.False(cue.Untried(plain).Success, $"{cue.Untried(plain).Value}: {plain}"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("a")]
    [InlineData("🫀🫀🫀?")]
    [InlineData("\0\u0001\u001b[31m?")]
    [InlineData("Why \ud800 is it?")]
    [InlineData("⟨⟩⟨how many")]
    [InlineData("\"\"\"\"")]
    public void Odd_texts_are_linted_like_any_other(string text)
    {
        var linted = Linter.Lint(text, "ward-nurse");
        Assert.False(linted.IsGood);
        Assert.NotEmpty(linted.Flaws);
        Assert.All(linted.Flaws, flaw => Assert.InRange(flaw.To, flaw.From, text.Length));
    }

    [Fact]
    public void A_text_of_a_hundred_kilobytes_is_overlong()
    {
        var linted = Linter.Lint(string.Concat(Enumerable.Repeat("When the nurse writes the weight, who reads it, and what is done with it? ", 1400)), "ward-nurse");
        Assert.True(linted.Has("overlong"));
        Assert.True(linted.Score < 50);
    }

    [Fact]
    public void A_good_question_has_no_flaw_and_any_other_names_one() => Assert.All(Linted.Value, one =>
    {
        Assert.Equal(one.Linted.IsGood, one.Linted.Flaws.Count == 0);
        Assert.Equal(one.Linted.IsGood, one.Linted.Score >= 70);
    });

    [Fact]
    public void Spaces_capitals_and_the_form_of_quotes_change_nothing() => Assert.All(Linted.Value, one =>
    {
        var (question, flaws) = (one.Question, one.Linted.Flaws.Select(flaw => flaw.Id));
        Assert.Equal(flaws, Linter.Lint($"  {question.Text.Replace("'", "’", StringComparison.Ordinal).Replace(" ", "  ", StringComparison.Ordinal)} ", question.Role, question.Kind).Flaws.Select(flaw => flaw.Id));
    });

    [Fact]
    public void Every_question_that_this_program_asks_can_be_asked_as_it_stands()
    {
        var asked =
            from page in Pages.All
            from seen in (string[])["In 38 of 412 rows there is nothing for “potassium”.", "From March 2022 on, the values of “potassium” lie on another level."]
            select (page.Id, page.Respondent, Text: $"{seen} {page.Question.Replace("{what}", "potassium", StringComparison.Ordinal)}");
        Assert.All(asked, question =>
        {
            var linted = Linter.Lint(question.Text, question.Respondent, "data");
            Assert.True(linted.Score >= 85, $"{question.Id} {linted.Score} [{string.Join(' ', linted.Flaws.Select(flaw => flaw.Id))}] {question.Text}");
        });
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_page_of_a_flaw_is_complete_and_its_pattern_can_be_asked(string id)
    {
        var flaw = Criteria.Flaw(id)!; // the data are the flaws
        Assert.Equal(["Why it fails", "Example", "Repaired", "Po polsku"], flaw.Sections.Select(section => section.Title));
        Assert.All(flaw.Sections, section => Assert.True(section.Text.Length >= 3, section.Title));
        Assert.True(flaw.Says!.EndsWith('.') && flaw.Clinician!.Length > 5 && flaw.Ask!.Contains('⟨', StringComparison.Ordinal)); // pages of flaws say all three
        Assert.True(Linter.Lint(flaw.Ask).Score > flaw.Ceiling, flaw.Ask);
        Assert.True(flaw.Ceiling < 70 && flaw.Points > 0);
        Assert.Contains(flaw.Family, (string[])["steering", "form", "abstraction", "data", "addressee"]);
    }

    [Fact]
    public void The_weights_are_those_that_training_gives() =>
        Assert.Equal(File.ReadAllText(Path.Combine(Shared.Root(), "knowledge/questions/weights.csv")), LintAccuracy.Fit(Labelled).Text());
}
