using Anamnesis.Cli;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;
using Anamnesis.Questions.Interviews;
using Anamnesis.Questions.Needs;
using Anamnesis.Simulation.Levers;

namespace Anamnesis.Questions;

/// <summary>Files that a person wrote, or that a program wrote and a person changed: whatever was done to a line, they are read, or refused with a sentence that names the file.</summary>
public sealed class WrittenFileLaws
{
    const int Changes = 400;

    static readonly string[] Odd =
    [
        "", "~", "null", "[]", "{}", "- 1", "'", "\"", "*x", "&x 1", "&a [*a]", "!!binary x", "!<tag> x", "|", ">", "%", "@", "`", "\t", "? a", ": ", "---", "...", "{a: 1, a: 2}", "<<: *x", "1e400", "9999999999999999999999", "-1", "0", "1.5", "true",
        "2021-02-30", "0000-00-00", "9999-12-31", "patient_id", "😀", "a\0b", "\\", "/*", "[1", "}", ",", "\"\\ud800\"", new string('[', 3000), new string('{', 3000), new string('x', 20_000),
    ];

    static readonly Dictionary<string, (Func<string> Text, Action<string> Read)> Files = new()
    {
        ["anamnesis.yaml"] = (() => "tables:\n  \"labs\":\n    shape: long\n    columns:\n      \"patient_id\": { role: patient }\n      \"taken\": { role: taken }\n      \"item\": { role: item }\n      \"value\": { role: value, variable: potassium, unit: \"mmol/L\" }\n    items:\n      \"K\": potassium\n", path => CorrectionsFile.Read(path)),
        ["answers.yaml"] = (() => "answers:\n- finding: abc\n  confirms: unit-mixture\n  rules-out: [keying-error, true-extreme]\n  says: \"two: laboratories\"\n  role: lab-diagnostician\n  date: 2026-11-24\n  valid-from: 2020-01-01\n  certainty: 2\n  document: minutes\n", path => AnswerFile.Read(path)),
        ["clinic.yaml"] = (() => "begin: usual\nlevers:\n  interface-outage: {site: River, from: 2021-11-03, to: 2021-11-08}\n", path => ProcessFile.Read(path, 2016, 2023)),
        ["needs.yaml"] = (() => NeedsFile.ExampleText, path => NeedsFile.Read(path)),
        ["scenario.yaml"] = (() => Embedded.Text("scenarios/potassium-peaks.yaml"), path => ScenarioFile.Read(path)),
        ["interview.json"] = (Interview, path => InterviewFile.Read(path)),
        ["examination.json"] = (Examination, path => Array.ForEach([.. NeedsFile.Examples], need => NeedsFile.Examined(path)(need))),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_a_line_says(string name)
    {
        var random = new Random(1);
        using var folder = new TempFolder();
        var (text, read) = (Files[name].Text(), Files[name].Read);
        read(folder.File(name, text));
        var refused = 0;
        for (var i = 0; i < Changes; i++)
        {
            var lines = text.Split('\n').ToList();
            Change(lines, random);
            Change(lines, random);
            var path = folder.File(name, string.Join('\n', lines));
            try
            {
                read(path);
            }
            catch (AnamnesisException told)
            {
                Assert.Contains(path, told.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, Changes / 20, Changes);
    }

    static void Change(List<string> lines, Random random)
    {
        var (at, odd) = (random.Next(lines.Count), Odd[random.Next(Odd.Length)]);
        var (line, colon) = (lines[at], lines[at].IndexOf(':', StringComparison.Ordinal));
        switch (random.Next(6))
        {
            case 0 when lines.Count > 1:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, line);
                break;
            case 2:
                lines.Insert(at, odd);
                break;
            case 3:
                lines[at] = new string(' ', random.Next(8)) + line.TrimStart();
                break;
            case 4 when colon >= 0:
                lines[at] = odd + line[colon..];
                break;
            default:
                lines[at] = line[..(colon + 1)] + " " + odd;
                break;
        }
    }

    static string Interview()
    {
        using var folder = new TempFolder();
        var script = folder.File("said.txt", "What happens after the blood is taken?\nWho enters it?\n");
        Assert.Equal(ExitCode.Done, CommandLine.RunAt(100, "ask", "interview", "potassium-peaks", "--script", script, "--out", folder.At("talk.json")).Exit);
        return File.ReadAllText(folder.At("talk.json"));
    }

    static string Examination()
    {
        using var folder = new TempFolder();
        folder.File("labs.csv", "patient_id,taken,potassium\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"{i % 20},2021-01-{1 + (i / 20):00},{(i % 9 == 0 ? "-9" : $"{3 + (i % 3)}")}\n")));
        return CommandLine.RunAt(100, "examine", folder.At("labs.csv"), "--json").Out;
    }
}
