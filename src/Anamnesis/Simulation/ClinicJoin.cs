using Anamnesis.Simulation.Files;

namespace Anamnesis.Simulation;

/// <summary>The files of a clinic, into which blocks are joined in their order.</summary>
sealed class ClinicJoin(string folder, ClinicPlan plan) : IDisposable
{
    readonly Dictionary<string, JoinedFile> _files = new(StringComparer.Ordinal);

    internal void Append(BlockFiles block)
    {
        using (block)
        {
            foreach (var (name, path, rows) in block.Parts)
            {
                if (!_files.TryGetValue(name, out var file))
                {
                    _files[name] = file = new JoinedFile(folder, name, to => name.EndsWith(".csv", StringComparison.Ordinal)
                        ? new TextJoin(to, Header(Path.GetFileNameWithoutExtension(name)), plan.Style.Delimiter) : new ParquetJoin(to));
                }

                file.Append(path, rows);
            }
        }
    }

    IReadOnlyList<string> Header(string table) => [.. plan.Tables.Single(one => plan.Style.Table(one.Name) == table).Names.Prepend("row_id").Select(plan.Style.Column)];

    internal IReadOnlyList<ClinicFile> Finish() => [.. _files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value.Finish())];

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }
}
