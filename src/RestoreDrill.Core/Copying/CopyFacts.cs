using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Copying;

/// <summary>
/// What is known of a copy, carried by the copy itself as tags. Anyone who may tag can change a tag, so a fact read back counts only
/// where the digest agrees, with the tag's and with the one in our records.
/// </summary>
public sealed record CopyFacts
{
    public required InstallationId Installation { get; init; }

    /// <summary>The copy run.</summary>
    public required RunId Run { get; init; }

    /// <summary>The protected database's name in the configuration.</summary>
    public required string Database { get; init; }

    public required string SourceArn { get; init; }

    /// <summary>DbiResourceId of the source instance: stays when an instance is renamed, differs when one is made anew under an old name.</summary>
    public required string SourceResourceId { get; init; }

    /// <summary>For example <c>15.18</c>.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>OriginalSnapshotCreateTime: unlike SnapshotCreateTime it does not change on copying.</summary>
    public required DateTimeOffset SnapshotTime { get; init; }

    /// <summary>SnapshotDatabaseTime: the newest transaction in the snapshot; null where AWS gave none.</summary>
    public DateTimeOffset? DatabaseTime { get; init; }

    /// <summary>Whether the source's parameter group sets <c>rds.logical_replication</c>.</summary>
    public required bool LogicalReplication { get; init; }

    /// <summary><c>max_prepared_transactions</c> on the source.</summary>
    public required int MaxPreparedTransactions { get; init; }

    /// <summary>The moment of the data, for RPO: <see cref="DatabaseTime"/>, else <see cref="SnapshotTime"/>.</summary>
    public DateTimeOffset DataTime => DatabaseTime ?? SnapshotTime;

    /// <summary>The facts of a copy run's snapshot.</summary>
    /// <param name="installation">This installation.</param>
    /// <param name="run">The copy run.</param>
    /// <param name="state">What the run knows of its source.</param>
    /// <param name="snapshot">The snapshot in the source account, available.</param>
    /// <exception cref="StepFailedException">AWS does not say when it was taken.</exception>
    internal static CopyFacts Of(InstallationId installation, Run run, CopyState state, CloudSnapshot snapshot) => new()
    {
        Installation = installation,
        Run = run.Id,
        Database = run.Database,
        SourceArn = state.Source!.Arn,
        SourceResourceId = state.Source.ResourceId,
        EngineVersion = snapshot.EngineVersion,
        SnapshotTime = snapshot.OriginalCreateTime
            ?? throw new StepFailedException($"Snapshot {snapshot.Name} is available but AWS gives no OriginalSnapshotCreateTime; its age would be unknown."),
        DatabaseTime = snapshot.DatabaseTime,
        LogicalReplication = state.LogicalReplication,
        MaxPreparedTransactions = state.MaxPreparedTransactions,
    };

    /// <summary>Lower-case hex SHA-256 over <c>key=value</c> lines of all other facts, keys in byte order.</summary>
    public string Digest()
    {
        var lines = string.Concat(Plain().OrderBy(static fact => fact.Key, StringComparer.Ordinal).Select(static fact => $"{fact.Key}={fact.Value}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
    }

    /// <summary>The facts as tags, digest and role included.</summary>
    public IReadOnlyDictionary<string, string> ToTags() => new Dictionary<string, string>(Plain(), StringComparer.Ordinal)
    {
        [TagNames.Role] = TagNames.CopyRole,
        [TagNames.FactsDigest] = Digest(),
        [TagNames.Seed] = FingerprintSeed.Of(SourceResourceId).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads the facts from a copy's tags.</summary>
    /// <param name="tags">The copy's tags.</param>
    /// <param name="facts">The facts, when the result is null.</param>
    /// <returns>Null when all is there, as it was written, and the digest agrees; otherwise what is wrong.</returns>
    public static string? TryRead(IReadOnlyDictionary<string, string> tags, out CopyFacts? facts)
    {
        facts = null;
        string[] needed =
        [
            TagNames.Role, TagNames.Installation, TagNames.Run, TagNames.Database, TagNames.SourceArn, TagNames.SourceResourceId, TagNames.EngineVersion,
            TagNames.SnapshotTime, TagNames.LogicalReplication, TagNames.MaxPreparedTransactions, TagNames.FactsDigest,
        ];
        var missing = needed.Where(key => !tags.ContainsKey(key)).ToList();
        if (missing.Count > 0)
        {
            return $"the tags {string.Join(", ", missing)} are missing";
        }

        if (!InstallationId.TryParse(tags[TagNames.Installation], out var installation)
            || !RunId.TryParse(tags[TagNames.Run], out var run)
            || !TryTime(tags[TagNames.SnapshotTime], out var snapshotTime)
            || !bool.TryParse(tags[TagNames.LogicalReplication], out var logicalReplication)
            || !int.TryParse(tags[TagNames.MaxPreparedTransactions], NumberStyles.None, CultureInfo.InvariantCulture, out var prepared))
        {
            return "a tag has not the form RestoreDrill gives it";
        }

        DateTimeOffset? databaseTime = null;
        if (tags.TryGetValue(TagNames.DatabaseTime, out var text))
        {
            if (!TryTime(text, out var time))
            {
                return "a tag has not the form RestoreDrill gives it";
            }

            databaseTime = time;
        }

        var read = new CopyFacts
        {
            Installation = installation,
            Run = run,
            Database = tags[TagNames.Database],
            SourceArn = tags[TagNames.SourceArn],
            SourceResourceId = tags[TagNames.SourceResourceId],
            EngineVersion = tags[TagNames.EngineVersion],
            SnapshotTime = snapshotTime,
            DatabaseTime = databaseTime,
            LogicalReplication = logicalReplication,
            MaxPreparedTransactions = prepared,
        };
        var digest = read.Digest();
        if (digest != tags[TagNames.FactsDigest])
        {
            return $"the facts give digest {digest}, the tag says {tags[TagNames.FactsDigest]}: a tag was changed";
        }

        // Beside the digest, so that the role counts too, and each value in the one form it is written in.
        var changed = read.ToTags().Where(tag => tags.TryGetValue(tag.Key, out var value) ? value != tag.Value : tag.Key != TagNames.Seed).Select(static tag => tag.Key).ToList();
        if (changed.Count > 0)
        {
            return $"the tags {string.Join(", ", changed)} are not as RestoreDrill writes them: a tag was changed";
        }

        facts = read;
        return null;
    }

    private static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private Dictionary<string, string> Plain()
    {
        var plain = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TagNames.Installation] = Installation.Value,
            [TagNames.Run] = Run.Value,
            [TagNames.Database] = Database,
            [TagNames.SourceArn] = SourceArn,
            [TagNames.SourceResourceId] = SourceResourceId,
            [TagNames.EngineVersion] = EngineVersion,
            [TagNames.SnapshotTime] = Time(SnapshotTime),
            [TagNames.LogicalReplication] = LogicalReplication ? "true" : "false",
            [TagNames.MaxPreparedTransactions] = MaxPreparedTransactions.ToString(CultureInfo.InvariantCulture),
        };
        if (DatabaseTime is { } databaseTime)
        {
            plain[TagNames.DatabaseTime] = Time(databaseTime);
        }

        return plain;
    }
}
