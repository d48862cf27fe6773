namespace RestoreDrill.Records.Runs;

/// <summary>An enumeration and its stored words, both ways.</summary>
internal sealed class WordMap<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _words;
    private readonly Dictionary<string, T> _values;

    internal WordMap(params (T Value, string Word)[] pairs)
    {
        _words = pairs.ToDictionary(static pair => pair.Value, static pair => pair.Word);
        _values = pairs.ToDictionary(static pair => pair.Word, static pair => pair.Value, StringComparer.Ordinal);
    }

    internal IEnumerable<string> Words => _values.Keys;

    internal string Word(T value) => _words.TryGetValue(value, out var word)
        ? word
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"The store has no word for this {typeof(T).Name}.");

    /// <exception cref="InvalidDataException">Another version of this program, or another hand, wrote the word.</exception>
    internal T Value(string word) => _values.TryGetValue(word, out var value)
        ? value
        : throw new InvalidDataException(
            $"The store says '{word}' where this program knows only {string.Join(", ", _values.Keys)} ({typeof(T).Name}). "
            + "A newer RestoreDrill, or another hand, wrote it. Nothing was changed; use the newest version that works on this store.");
}
