using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Opens any address with the source that claims it.</summary>
public static class Address
{
    /// <summary>Opens an address.</summary>
    /// <exception cref="AnamnesisException">No source, or more than one, claims the address; or the source cannot read what is there.</exception>
    public static Dataset Open(string address, Opening? opening = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(address);
        var dataset = Of(address, Catalog.Of<ISource>()).Open(address, opening ?? new Opening());
        dataset.Outside = failure => Refusals.While(dataset.Address, failure);
        return dataset;
    }

    /// <summary>The one source that claims the address.</summary>
    internal static ISource Of(string address, IReadOnlyList<ISource> sources)
    {
        var claiming = sources.Where(source => source.Claims(address)).ToList();
        return claiming.Count == 1
            ? claiming[0]
            : throw new AnamnesisException(
                $"{(claiming.Count == 0 ? "Nothing can read" : "More than one source claims")} the address '{address}'. "
                + $"Expected one of: {string.Join("; ", sources.Select(source => source.Form).Distinct())}.");
    }
}
