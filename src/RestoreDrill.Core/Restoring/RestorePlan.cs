using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Restoring;

/// <summary>
/// An emergency restore as it will be carried out, to be read by a person before it is. It decides everything: carrying it out chooses nothing any more, so that the same plan gives the same
/// instance however often it is begun.
/// </summary>
public sealed record RestorePlan
{
    /// <summary>The form of the document; one of another form is not understood.</summary>
    public const string CurrentForm = "restoredrill/restore-plan/1";

    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int CodeLength = 8;

    public string Form { get; init; } = CurrentForm;

    public required InstallationId Installation { get; init; }

    /// <summary>The protected database's name.</summary>
    public required string Database { get; init; }

    /// <summary>The emergency restore that carries it out.</summary>
    public required RunId Run { get; init; }

    /// <summary>Who made it, for example <c>cli:maria@laptop</c>.</summary>
    public required string MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Until then it can be begun; what was begun can be gone on with at any time.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The account the instance comes to be in.</summary>
    public required string Account { get; init; }

    public required string Region { get; init; }

    public required PlannedCopy Copy { get; init; }

    /// <summary>How the copy comes into <see cref="Account"/>; null: that is the vault account, where it is.</summary>
    public PlannedCopyBack? CopyBack { get; init; }

    /// <summary>Copies of newer data that are not taken, newest first.</summary>
    public IReadOnlyList<NewerCopy> Newer { get; init; } = [];

    /// <summary>Everything the instance is restored with.</summary>
    public required RestoreOrder Order { get; init; }

    /// <summary>The parameter group that the instance is given at the hand-over.</summary>
    public required string FinalParameterGroup { get; init; }

    /// <summary>How long it may take until every row is read; null: no target is configured.</summary>
    public TimeSpan? RtoTarget { get; init; }

    /// <summary>Eight letters and digits of Crockford's base 32 in two groups, of the digest of everything else: one changed letter gives another code.</summary>
    public string Code()
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(this)));
        var code = string.Concat(digest.Take(CodeLength).Select(static part => Letters[part & 31]));
        return $"{code[..(CodeLength / 2)]}-{code[(CodeLength / 2)..]}";
    }

    /// <summary>What a person types to have it carried out. A copy that is not proven is part of it, so that nobody takes one without reading its name.</summary>
    public string Phrase() => Copy.Standing == CopyStanding.Proven ? $"{Database} {Code()}" : $"{Database} {Copy.Name} {Code()}";

    /// <summary>Whether what a person typed is the phrase; spaces around words, the dash of the code and the size of letters do not count.</summary>
    public bool IsPhrase(string? typed) => typed is not null && string.Equals(Bare(typed), Bare(Phrase()), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string phrase) => phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [.. var names, var code]
        ? string.Join(' ', [.. names, code.Replace("-", string.Empty, StringComparison.Ordinal)])
        : string.Empty;
}
