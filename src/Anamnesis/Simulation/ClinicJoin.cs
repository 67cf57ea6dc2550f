using Anamnesis.Simulation.Files;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation;

/// <summary>The files of a clinic, into which blocks are joined in their order.</summary>
sealed class ClinicJoin(string folder, NamingStyle style) : IDisposable
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
                        ? new TextJoin(to, Header(Path.GetFileNameWithoutExtension(name)), style.Delimiter) : new ParquetJoin(to));
                }

                file.Append(path, rows);
            }
        }
    }

    IReadOnlyList<string> Header(string table) => [.. ClinicTables.All.Single(one => style.Table(one.Name) == table).Names.Prepend("row_id").Select(style.Column)];

    internal IReadOnlyList<ClinicFile> Finish() => [.. _files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value.Finish())];

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }
}
