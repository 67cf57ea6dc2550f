using System.Security.Cryptography;

namespace Anamnesis.Simulation.Files;

/// <summary>One file of a clinic in the making: blocks are joined into it and its hash is taken on the way.</summary>
sealed class JoinedFile : IDisposable
{
    readonly FileStream _file;
    readonly SHA256 _hash = SHA256.Create();
    readonly CryptoStream _hashed;
    readonly IFileJoin _join;

    internal JoinedFile(string folder, string name, Func<Stream, IFileJoin> join)
    {
        Name = name;
        _file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 20);
        _hashed = new CryptoStream(_file, _hash, CryptoStreamMode.Write, leaveOpen: true);
        _join = join(_hashed);
    }

    /// <summary>Path within the clinic's folder, with <c>/</c>.</summary>
    internal string Name { get; }

    internal long Rows { get; private set; }

    internal void Append(string part, long rows)
    {
        _join.Append(part);
        Rows += rows;
    }

    /// <summary>Ends the file and tells its SHA-256 and its size.</summary>
    internal ClinicFile Finish()
    {
        _join.Finish();
        _hashed.FlushFinalBlock();
        _file.Flush();
        return new ClinicFile(Name, Rows, _file.Length, Convert.ToHexStringLower(_hash.Hash!)); // set by the final block
    }

    public void Dispose()
    {
        _hashed.Dispose();
        _file.Dispose();
        _hash.Dispose();
    }
}
