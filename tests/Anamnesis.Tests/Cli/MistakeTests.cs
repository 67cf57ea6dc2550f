namespace Anamnesis.Cli;

public sealed class MistakeTests
{
    [Theory]
    [InlineData("exmine demo", "'exmine' is no verb. Nearest: examine")]
    [InlineData("bench sped", "'sped' is no verb. Nearest: speed")]
    [InlineData("examine demo --frm prediction", "'--frm' is no option of 'examine'. Nearest: --for")]
    [InlineData("--helpme", "'--helpme' is no option. Nearest: --help")]
    [InlineData("examine demo --for predicton", "--for does not know the use 'predicton'. Nearest: prediction")]
    [InlineData("examine demo --fail-on eror", "--fail-on does not know 'eror'. Nearest: error")]
    [InlineData("examine demo --fail-on level:7", "--fail-on does not know 'level:7'. Nearest: level:3")]
    [InlineData("examine demo --out results", "--out names a folder for JSON files. Add --json.")]
    [InlineData("examine demo clinic:?seed=2 --json", "2 addresses were given, and --json prints one document.")]
    [InlineData("examine demo clinic:?seed=2 --html r.html", "2 addresses were given, and --html and --markdown write one file.")]
    [InlineData("examine demo demo --json --out results", "'demo' and 'demo' would both be written to 'demo.json'.")]
    [InlineData("examine demo --html .", "'.' is a folder. Name a file for the report")]
    [InlineData("examine", "Required argument 'address' missing")]
    [InlineData("examine clinc:?seed=1", "Nothing can read the address 'clinc:?seed=1'. Expected one of: demo, or clinic:")]
    [InlineData("examine no-such-file.csv", "There is nothing at 'no-such-file.csv'.")]
    [InlineData("mechanisms unit-mixtur", "There is no mechanism 'unit-mixtur'. Nearest: unit-mixture")]
    [InlineData("init demo", "'demo' is no file or folder")]
    [InlineData("simulate", "Option '--out' is required.")]
    public void A_wrong_word_is_answered_with_what_was_expected_before_anything_is_read(string line, string says)
    {
        var run = CommandLine.Run(line);
        Assert.Equal((2, string.Empty), (run.Exit, run.Out));
        Assert.StartsWith($"anamnesis: {says}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
