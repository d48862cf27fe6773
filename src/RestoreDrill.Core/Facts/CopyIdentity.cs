using System.Text.Json;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// Whether a snapshot in the vault is the copy that the facts in the store are about. A snapshot's name and tags can be given to another one; when its data were taken, AWS alone says
/// (OriginalSnapshotCreateTime).
/// </summary>
/// <param name="Doubt">Why the snapshot is another one than the facts are about, so that they say nothing of it; null: it is that one, as far as can be seen.</param>
/// <param name="Problems">What else is not as it was when the copy was made, one sentence each.</param>
public sealed record CopyIdentity(string? Doubt, IReadOnlyList<string> Problems)
{
    /// <param name="copy">The snapshot, as the vault account shows it.</param>
    /// <param name="record">What the store holds about the copy of its name; its copy facts are read.</param>
    /// <param name="decisive">The verdict that decides what it is worth; null: none does.</param>
    public static CopyIdentity Of(CloudSnapshot copy, CopyRecord record, VerdictFact? decisive)
    {
        ArgumentNullException.ThrowIfNull(copy);
        ArgumentNullException.ThrowIfNull(record);
        if (decisive is not null && decisive.CopyArn != copy.Arn)
        {
            return new CopyIdentity($"Drill {decisive.Drill} judged {decisive.CopyArn}, and this is {copy.Arn}.", []);
        }

        if (MadeOf(record) is not { } made)
        {
            return new CopyIdentity(null, [$"nothing in the store says what copy {copy.Name} was made of"]);
        }

        if (copy.OriginalCreateTime is { } taken && taken != made.SnapshotTime)
        {
            return new CopyIdentity($"AWS says that its data were taken at {taken:O}, and the copy of that name was made of data of {made.SnapshotTime:O}: it is another one.", []);
        }

        var changed = CopyFacts.TryRead(copy.Tags, out var tagged) ?? (tagged == made ? null : "they are those of another copy");
        return new CopyIdentity(null, changed is null ? [] : [$"copy {copy.Name} does not carry the tags that it was made with: {changed}"]);
    }

    /// <summary>What the copy was made of by the store; null where it does not say.</summary>
    public static CopyFacts? MadeOf(CopyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.OfKind(FactKind.CopyFacts).Select(static fact => Read(fact.Fact.Document)).FirstOrDefault(static facts => facts is not null);
    }

    private static CopyFacts? Read(string document)
    {
        try
        {
            return CopyFacts.TryRead(CanonicalJson.Read<Dictionary<string, string>>(document), out var facts) is null ? facts : null;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return null;
        }
    }
}
