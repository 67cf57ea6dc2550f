using System.Text;

namespace Anamnesis.Simulation.Files;

/// <summary>Joins delimited texts without a header under one.</summary>
sealed class TextJoin(Stream to, IReadOnlyList<string> columns, char delimiter) : IFileJoin
{
    bool _begun;

    public void Append(string file)
    {
        if (!_begun)
        {
            to.Write(Encoding.UTF8.GetBytes(string.Join(delimiter, columns) + "\n"));
            _begun = true;
        }

        using var from = File.OpenRead(file);
        from.CopyTo(to);
    }

    public void Finish()
    {
    }
}
