using Anamnesis.Profiling;
using Anamnesis.Sources;

namespace Anamnesis.Cli;

/// <summary>How often recognition agrees with labels written by hand from the documentation.</summary>
/// <param name="Marks">Every labelled column that was read.</param>
/// <param name="Unlabelled">Columns that were read and have no label.</param>
/// <param name="Unread">Labels whose column was not read.</param>
sealed record RecognitionAccuracy(IReadOnlyList<RecognitionMark> Marks, IReadOnlyList<string> Unlabelled, IReadOnlyList<RecognitionLabel> Unread)
{
    /// <summary>Share of columns whose role is right.</summary>
    internal double Roles => Share(Marks, mark => mark.RoleIsRight);

    /// <summary>Share of the columns with a header that hold a known variable, whose variable is right.</summary>
    internal double Variables => Share(Marks.Where(mark => mark.Label.HasVariable && !mark.IsHeaderless), mark => mark.VariableIsRight);

    /// <summary>Share of the confident roles that are wrong.</summary>
    internal double WrongRoles => Share(Marks.Where(mark => mark.ClaimsRole), mark => !mark.RoleIsRight);

    /// <summary>Share of the confident variables that are wrong.</summary>
    internal double WrongVariables => Share(Marks.Where(mark => mark.ClaimsVariable), mark => !mark.VariableIsRight);

    /// <summary>Reads the labelled data sets below a folder and marks every column.</summary>
    internal static RecognitionAccuracy Of(string labels, string data, string? set, CancellationToken cancellation)
    {
        var all = RecognitionLabel.Read(labels).Where(label => set is null || label.Set == set).ToList();
        var (marks, unlabelled, unread) = (new List<RecognitionMark>(), new List<string>(), new List<RecognitionLabel>());
        foreach (var labelled in all.GroupBy(label => label.Set, StringComparer.Ordinal))
        {
            using var dataset = Address.Open(Path.Combine(data, labelled.Key), new Opening { Cancellation = cancellation });
            var wanted = labelled.ToDictionary(label => (label.Table, label.Column));
            foreach (var table in Recognition.Read(dataset))
            {
                foreach (var reading in table.Columns)
                {
                    if (wanted.Remove((table.Table.Name, reading.Column.Name), out var label))
                    {
                        marks.Add(new RecognitionMark(label, reading));
                    }
                    else
                    {
                        unlabelled.Add($"{labelled.Key},{table.Table.Name},{reading.Column.Name}");
                    }
                }
            }

            unread.AddRange(wanted.Values);
        }

        return new RecognitionAccuracy(marks, unlabelled, unread);
    }

    static double Share(IEnumerable<RecognitionMark> marks, Func<RecognitionMark, bool> of) => marks.Select(mark => of(mark) ? 1.0 : 0.0).DefaultIfEmpty().Average();
}
