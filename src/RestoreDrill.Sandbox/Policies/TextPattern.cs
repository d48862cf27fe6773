using System.Text;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>
/// A text of a policy: characters, the wildcards <c>*</c> and <c>?</c>, and variables such as <c>${aws:PrincipalAccount}</c>, whose values are never
/// wildcards. <c>${*}</c>, <c>${?}</c> and <c>${$}</c> are these characters themselves (IAM user guide, "IAM policy elements: Variables and tags").
/// </summary>
internal sealed class TextPattern
{
    private readonly IReadOnlyList<Piece> pieces;

    private TextPattern(string text, IReadOnlyList<Piece> pieces) => (Text, this.pieces) = (text, pieces);

    /// <summary>As written.</summary>
    public string Text { get; }

    public bool HasVariables => pieces.Any(piece => piece.Variable is not null);

    /// <summary>Reads a text; null if a variable in it is not closed or has no name.</summary>
    public static TextPattern? TryParse(string text)
    {
        var pieces = new List<Piece>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!text.AsSpan(at).StartsWith("${"))
            {
                pieces.Add(new Piece(text[at], text[at] is '*' or '?'));
                continue;
            }

            var end = text.IndexOf('}', at);
            if (end < 0 || Variable(text[(at + 2)..end]) is not { } variable)
            {
                return null;
            }

            pieces.Add(variable);
            at = end;
        }

        return new TextPattern(text, pieces);
    }

    /// <summary>Whether a text is this one, wildcards taken as characters.</summary>
    public bool IsEqual(string text, ConditionContext context, bool ignoreCase = false) =>
        Fill(context) is { } filled
        && string.Equals(Spell(filled), text, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Whether a text is like this one.</summary>
    public bool IsLike(string text, ConditionContext context, bool ignoreCase = false) =>
        Fill(context) is { } filled && Wildcards.Match(filled, text, ignoreCase);

    /// <summary>Whether an ARN is like this one, field by field: a wildcard stays within its field, of which there are six.</summary>
    public bool IsLikeArn(string arn, ConditionContext context)
    {
        var fields = arn.Split(':', 6);
        return Fill(context) is { } filled && Fields(filled) is { } wanted && wanted.Count == fields.Length
            && wanted.Zip(fields).All(pair => Wildcards.Match(pair.First, pair.Second, ignoreCase: false));
    }

    /// <summary>The text with the values of its variables; null where the request lacks one.</summary>
    public string? Resolve(ConditionContext context) => Fill(context) is { } filled ? Spell(filled) : null;

    private static Piece? Variable(string inner)
    {
        if (inner is "*" or "?" or "$")
        {
            return new Piece(inner[0], false);
        }

        var parts = inner.Split(',', 2, StringSplitOptions.TrimEntries);
        var isQuoted = parts.Length == 1 || (parts[1].Length >= 2 && parts[1].StartsWith('\'') && parts[1].EndsWith('\''));
        return parts[0].Contains(':', StringComparison.Ordinal) && isQuoted
            ? new Piece('\0', false, parts[0], parts.Length == 2 ? parts[1][1..^1] : null)
            : null;
    }

    private List<Piece>? Fill(ConditionContext context)
    {
        var filled = new List<Piece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece.Variable is null)
            {
                filled.Add(piece);
            }
            else if ((context.Variable(piece.Variable) ?? piece.Default) is { } value)
            {
                filled.AddRange(value.Select(character => new Piece(character, false)));
            }
            else
            {
                return null;
            }
        }

        return filled;
    }

    private static List<List<Piece>>? Fields(List<Piece> filled)
    {
        var fields = new List<List<Piece>> { new() };
        foreach (var piece in filled)
        {
            if (piece.Character == ':' && fields.Count < 6)
            {
                fields.Add([]);
            }
            else
            {
                fields[^1].Add(piece);
            }
        }

        return fields.Count == 6 ? fields : null;
    }

    private static string Spell(List<Piece> filled) =>
        filled.Aggregate(new StringBuilder(filled.Count), (text, piece) => text.Append(piece.Character)).ToString();

    /// <summary>A character, or a variable with what stands in for it where the request lacks it.</summary>
    internal sealed record Piece(char Character, bool IsWildcard, string? Variable = null, string? Default = null);
}
