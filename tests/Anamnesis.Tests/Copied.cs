using Anamnesis;
using Anamnesis.Engines;

[assembly: AssemblyFixture(typeof(Copied))]

namespace Anamnesis;

/// <summary>Files that an engine writes for tests: one engine for all of them, as opening one takes longer than writing most files.</summary>
public sealed class Copied : IDisposable
{
    static readonly Lazy<Dataset> Engine = new(() => DuckDb.Empty("write"));

    public void Dispose()
    {
        if (Engine.IsValueCreated)
        {
            Engine.Value.Dispose();
        }
    }

    /// <summary>Writes the rows of a query, in Parquet unless said otherwise.</summary>
    internal static void To(string path, Sql query, string form = "FORMAT parquet") => Engine.Value.Execute($"COPY ({query}) TO {path} ({Sql.Raw(form)})");
}
