using System.Text.RegularExpressions;

namespace RestoreDrill.Core.Runs;

/// <summary>
/// The id of a run: <c>c</c> (copy run), <c>d</c> (drill) or <c>r</c> (emergency restore), six characters of time and five of chance, in Crockford's base 32. Ids of
/// one kind sort by the second they were made in; short enough to be typed from a dashboard at night.
/// </summary>
public readonly partial record struct RunId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string? _value;

    private RunId(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("The run id was never set.");

    /// <summary>The kind of run it is the id of.</summary>
    public RunKind Kind => Value[0] switch
    {
        'c' => RunKind.Copy,
        'd' => RunKind.Drill,
        _ => RunKind.Restore,
    };

    /// <summary>The second in which the id was made, by the clock of the host that made it.</summary>
    public DateTimeOffset MadeAt
    {
        get
        {
            var seconds = 0L;
            foreach (var letter in Value.AsSpan(1, 6))
            {
                seconds = (seconds << 5) | (long)Alphabet.IndexOf(letter, StringComparison.Ordinal);
            }

            return Epoch.AddSeconds(seconds);
        }
    }

    /// <summary>Makes a new id.</summary>
    public static RunId New(RunKind kind, DateTimeOffset now, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var seconds = (long)(now - Epoch).TotalSeconds;
        Span<char> text = stackalloc char[12];
        text[0] = Letter(kind);
        for (var i = 6; i >= 1; i--)
        {
            text[i] = Alphabet[(int)(seconds & 31)];
            seconds >>= 5;
        }

        for (var i = 7; i < text.Length; i++)
        {
            text[i] = Alphabet[random.Next(32)];
        }

        return new RunId(new string(text));
    }

    /// <summary>Reads an id; false if it has not the form of one.</summary>
    public static bool TryParse(string? text, out RunId id)
    {
        id = default;
        if (text is null || !Pattern().IsMatch(text))
        {
            return false;
        }

        id = new RunId(text);
        return true;
    }

    /// <exception cref="FormatException">The text has not the form of a run id.</exception>
    public static RunId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a run id.");

    public override string ToString() => _value ?? "(unset)";

    private static char Letter(RunKind kind) => kind switch
    {
        RunKind.Copy => 'c',
        RunKind.Drill => 'd',
        RunKind.Restore => 'r',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    [GeneratedRegex(@"^[cdr][0-9a-hjkmnp-tv-z]{11}\z")]
    private static partial Regex Pattern();
}
