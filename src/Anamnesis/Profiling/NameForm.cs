namespace Anamnesis.Profiling;

/// <summary>One way of reading a name as the name of a measured thing.</summary>
/// <param name="Key">Letters and digits to look up.</param>
/// <param name="Confidence">How sure a variable found by this key would be.</param>
/// <param name="Unit">The unit the name states, or null.</param>
/// <param name="MustFit">True when the key is too loose to stand without values that fit.</param>
/// <param name="IsWord">True when the key is a single word, which may be cut short or misspelt.</param>
readonly record struct NameForm(string Key, double Confidence, string? Unit = null, bool MustFit = false, bool IsWord = false);
