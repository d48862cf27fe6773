using System.Text.RegularExpressions;

namespace RestoreDrill.Core.Installation;

/// <summary>
/// The id of one RestoreDrill set-up: 2 to 16 lower-case letters and digits, beginning with a letter. It is part of every name and
/// tag that this installation gives, and nothing without it is ever deleted.
/// </summary>
/// <remarks>No hyphen, so that the prefix of one installation can never be the beginning of another one's.</remarks>
public readonly partial record struct InstallationId
{
    private readonly string? _value;

    private InstallationId(string value) => _value = value;

    /// <summary>The id as text.</summary>
    /// <exception cref="InvalidOperationException">The value was never set (<c>default</c>).</exception>
    public string Value => _value ?? throw new InvalidOperationException("The installation id was never set.");

    /// <summary>Whether <paramref name="text"/> can be an installation id.</summary>
    public static bool TryParse(string? text, out InstallationId id)
    {
        id = default;
        if (text is null || !Pattern().IsMatch(text))
        {
            return false;
        }

        id = new InstallationId(text);
        return true;
    }

    /// <summary>Reads an installation id.</summary>
    /// <exception cref="FormatException">The text is not 2 to 16 lower-case letters and digits beginning with a letter.</exception>
    public static InstallationId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not an installation id: 2 to 16 lower-case letters and digits, beginning with a letter.");

    public override string ToString() => _value ?? "(unset)";

    [GeneratedRegex(@"^[a-z][a-z0-9]{1,15}\z")]
    private static partial Regex Pattern();
}
