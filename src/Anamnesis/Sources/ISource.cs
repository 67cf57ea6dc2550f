using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A place data come from, named by an address.</summary>
/// <remarks>Laws: exactly one source claims an address; its fixture gives the expected tables; hostile input is rejected with an
/// <see cref="AnamnesisException"/> or counted, and never crashes.</remarks>
public interface ISource
{
    /// <summary>How addresses of this source look, for help and error messages.</summary>
    string Form { get; }

    /// <summary>True when the address belongs to this source. Must not throw.</summary>
    bool Claims(string address);

    /// <summary>Opens the address as a data set.</summary>
    /// <exception cref="AnamnesisException">Nothing there, or nothing that can be read.</exception>
    /// <exception cref="OperationCanceledException">The opening was cancelled.</exception>
    Dataset Open(string address, Opening opening);
}
