using Anamnesis.Cli;

namespace Anamnesis.Recognitions;

/// <summary>Agreement with labels written by hand from the documentation of open data sets. Files below derived/ are read too.</summary>
/// <remarks>How the labels were set: a date of birth is <c>other</c>; a date of death <c>outcome</c>; codes of events without a value are <c>category</c> or <c>item</c>;
/// the length of follow-up is part of the outcome or a value; keys of other things are <c>other</c>. Alternatives stand only where the documentation leaves it open.</remarks>
public sealed class RecognitionAccuracyTests
{
    const string Labels = "tests/Anamnesis.Tests/Recognition/expected-roles.csv";

    [Fact]
    public void Roles_and_variables_of_real_data_sets_are_recognised()
    {
        var shared = Environment.GetEnvironmentVariable("ANAMNESIS_SHARED");
        Assert.SkipWhen(shared is null || !Directory.Exists(Path.Combine(shared, "data")), "ANAMNESIS_SHARED does not point to the open data sets: recognition accuracy NOT measured");

        var accuracy = RecognitionAccuracy.Of(Path.Combine(Shared.Root(), Labels), Path.Combine(shared!, "data"), null, TestContext.Current.CancellationToken); // not null by the line above

        Assert.True(accuracy.Marks.Count > 1500, $"only {accuracy.Marks.Count} labelled columns were read");
        Assert.Empty(accuracy.Unread);
        Assert.True(accuracy.Roles >= 0.95, $"roles {accuracy.Roles:P1}");
        Assert.True(accuracy.Variables >= 0.90, $"variables {accuracy.Variables:P1}");
        Assert.True(accuracy.WrongRoles <= 0.02, $"sure of a role and wrong {accuracy.WrongRoles:P1}");
        Assert.True(accuracy.WrongVariables <= 0.02, $"sure of a variable and wrong {accuracy.WrongVariables:P1}");
    }
}
