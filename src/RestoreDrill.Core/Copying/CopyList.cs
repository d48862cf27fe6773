using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Copying;

/// <summary>This installation's copies among the snapshots of the vault account.</summary>
public static class CopyList
{
    /// <summary>Available copies of one protected database, newest data first.</summary>
    public static IReadOnlyList<CloudSnapshot> Of(IEnumerable<CloudSnapshot> snapshots, InstallationId installation, string database)
    {
        var prefix = new ResourceNames(installation).CopyPrefix;
        return
        [
            .. snapshots
                .Where(snapshot => snapshot.IsAvailable
                    && (snapshot.IsRecoveryPoint || snapshot.Name.StartsWith(prefix, StringComparison.Ordinal))
                    && CopyTags.Lost(snapshot, installation, database).Count == 0)
                .OrderByDescending(static snapshot => snapshot.DatabaseTime ?? snapshot.OriginalCreateTime ?? DateTimeOffset.MinValue)
                .ThenBy(static snapshot => snapshot.Name, StringComparer.Ordinal),
        ];
    }
}
