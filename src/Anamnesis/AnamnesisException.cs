namespace Anamnesis;

/// <summary>Something the user can mend: a missing file, an unknown id, an unreachable database.</summary>
/// <remarks>The message says what was found, where, what was expected and what to do next. The command line prints it without a stack and exits with 2.</remarks>
public sealed class AnamnesisException : Exception
{
    /// <summary>An error without words; prefer the overload with a message.</summary>
    public AnamnesisException()
    {
    }

    /// <summary>An error the user can mend.</summary>
    public AnamnesisException(string message)
        : base(message)
    {
    }

    /// <summary>An error the user can mend, with what caused it.</summary>
    public AnamnesisException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
