namespace Anamnesis.Questions.Interviews;

/// <summary>A conversation as a text: one turn a line; after <c>note:</c> a line of the conclusion; <c>#</c> begins a remark.</summary>
sealed record Script(IReadOnlyList<string> Turns, IReadOnlyList<string> Notes)
{
    const string Note = "note:";
    const int Longest = 1000; // turns

    /// <exception cref="AnamnesisException">It cannot be read, or holds more turns than a talk can have.</exception>
    internal static Script Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"'{path}' cannot be read: {closed.Message} Give a text with one turn a line.", closed);
        }
    }

    internal static Script Parse(string text, string path = "the script")
    {
        var lines = text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')).ToList();
        var turns = lines.Where(line => !IsNote(line)).ToList();
        return turns.Count is > 0 and <= Longest ? new Script(turns, [.. lines.Where(IsNote).Select(line => line[Note.Length..].Trim()).Where(note => note.Length > 0)])
            : throw new AnamnesisException($"'{path}' holds {turns.Count} turns. Expected 1 to {Longest}: one turn a line, 'note: …' for what you conclude, '#' for remarks.");
    }

    static bool IsNote(string line) => line.StartsWith(Note, StringComparison.OrdinalIgnoreCase);

    /// <summary>The talk, as far as it goes.</summary>
    internal Debrief Replay(Scenario scenario, int seed = 1, ModelDoor? door = null)
    {
        var talk = new Interview(scenario, seed, door);
        foreach (var turn in Turns)
        {
            if (talk.Ask(turn) is null)
            {
                break;
            }
        }

        return Debrief.Of(talk, Notes);
    }
}
