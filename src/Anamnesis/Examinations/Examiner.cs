using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;
using Anamnesis.Questions;
using Anamnesis.Readiness;
using Anamnesis.Sources;

namespace Anamnesis.Examinations;

/// <summary>The main path: open, recognise, profile, find, explain, judge, ask.</summary>
public static class Examiner
{
    /// <summary>Examines an address: a file, a folder, an archive, <c>demo</c>, <c>clinic:…</c> or <c>postgres:…</c>.</summary>
    /// <exception cref="AnamnesisException">Nothing there that can be read, it went away while it was read, there is no room to spill, or a file beside the data is wrong.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Examination Examine(string address, ExaminationOptions? options = null)
    {
        options ??= new ExaminationOptions();
        var started = options.Time.GetUtcNow();
        var opening = new Opening { Progress = options.Progress.Part(0, 0.4), Cancellation = options.Cancellation, Spill = options.Spill };
        using var dataset = Address.Open(address, opening);
        return Examine(dataset, options, started);
    }

    /// <summary>Examines a data set that is already open; it stays open.</summary>
    public static Examination Examine(Dataset dataset, ExaminationOptions? options = null) =>
        Examine(dataset, options ?? new ExaminationOptions(), (options?.Time ?? TimeProvider.System).GetUtcNow());

    static Examination Examine(Dataset dataset, ExaminationOptions options, DateTimeOffset started)
    {
        dataset.Cancellation = options.Cancellation;
        var corrections = Beside.Find(options.Beside ?? dataset.Address, "anamnesis.yaml") is { } file ? CorrectionsFile.Read(file) : null;
        var answers = Beside.Find(options.Beside ?? dataset.Address, "answers.yaml") is { } book ? AnswerBook.Read(book) : [];
        try
        {
            return Examine(dataset, options, started, corrections, answers);
        }
        catch (AnamnesisException failure)
        {
            if (!Damaged.SetAside(dataset, failure))
            {
                throw;
            }
        }

        return Examine(dataset, options, started, corrections, answers);
    }

    static Examination Examine(Dataset dataset, ExaminationOptions options, DateTimeOffset started, Corrections? corrections, IReadOnlyList<Answer> answers)
    {
        var day = System.DateOnly.FromDateTime(started.UtcDateTime);
        options.Progress?.Report(new Step("recognising columns", 0.4));
        var measuring = new ProfileOptions { Exact = options.Exact, Progress = options.Progress.Part(0.42, 0.75) };
        var readings = Recognition.Read(dataset, corrections, measuring);
        var profile = Profiler.Measure(dataset, readings, measuring);
        DuckDb.OneThreadForQuestions(dataset, profile.Tables.Select(table => table.Table.Rows / table.OneIn));
        var findings = Find(profile, dataset, options.Progress.Part(0.75, 0.85));
        var diagnoses = CommonCauses.Mark(Explain(findings, profile, dataset, [.. answers.Where(answer => answer.HoldsOn(day))], options));
        options.Progress?.Report(new Step("judging readiness", 0.97));
        var readiness = Judgement.Of(new Evidence(profile, diagnoses, dataset));
        var questions = Asking.For(diagnoses, profile);
        options.Progress?.Report(new Step("done", 1));
        return new Examination
        {
            Address = dataset.Address,
            Engine = dataset.Engine,
            Version = typeof(Examiner).Assembly.GetName().Version?.ToString(3) ?? "0",
            Started = started,
            Took = options.Time.GetUtcNow() - started,
            Profile = profile,
            Diagnoses = diagnoses,
            Readiness = readiness,
            Questions = questions,
            Answers = answers,
            NotRead = dataset.NotChecked.Count,
            NotChecked = [.. NotChecked.In(dataset, profile), .. NotChecked.Unused(corrections, dataset), .. NotChecked.Unused(answers, diagnoses, day)],
        };
    }

    static List<Finding> Find(Profile profile, Dataset dataset, IProgress<Step>? progress)
    {
        var kinds = Catalog.Of<IFindingKind>();
        var begun = 0;
        var findings = SideBySide.Each(kinds, kind =>
        {
            progress?.Report(new Step($"looking for: {kind.Title.ToLowerInvariant()}", (double)(Interlocked.Increment(ref begun) - 1) / kinds.Count));
            return kind.Find(profile, dataset).ToList();
        });
        return Plain.WithoutSaidAlready([.. findings.SelectMany(some => some).DistinctBy(finding => finding.Id)], profile);
    }

    static List<Diagnosis> Explain(
        List<Finding> findings, Profile profile, Dataset dataset, IReadOnlyList<Answer> answers, ExaminationOptions options)
    {
        var progress = options.Progress.Part(0.85, 0.97);
        var mechanisms = Catalog.Of<IMechanism>();
        var cases = new Cases(profile, dataset).Of(findings);
        var begun = 0;
        var diagnoses = SideBySide.Each(cases, @case =>
        {
            var finding = @case.Finding;
            progress?.Report(new Step($"explaining: {finding.Says}", (double)(Interlocked.Increment(ref begun) - 1) / cases.Count));
            var said = answers.Where(answer => answer.Finding == finding.Id).ToList();
            var ranked = AnswerBook.Rerank(Differential.Rank(@case, mechanisms, options.Weights), said);
            return Diagnose.From(finding, ranked, said) with { BySite = Breakdowns.BySite(finding, @case.Table, dataset) };
        });
        var explained = cases.Select(@case => @case.Finding.Id).ToHashSet();
        var unexplained = findings.Where(finding => !explained.Contains(finding.Id)).Select(finding => Diagnose.From(finding, [Differential.Unmeasured(Differential.SomethingElse, 1)], []));
        return [.. RollUp.Of([.. diagnoses, .. unexplained], profile, dataset, answers).OrderByDescending(Diagnose.Importance).ThenBy(diagnosis => diagnosis.Finding.Id, StringComparer.Ordinal)];
    }
}
