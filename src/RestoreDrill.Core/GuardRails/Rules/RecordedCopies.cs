using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>A database's copies in the vault account that copy runs of our records made: whoever owns the source account can put others there, with any tags.</summary>
internal sealed class RecordedCopies(InstallationOptions options, ProtectedDatabase database, IVaultAccount vault, IRunStore store)
{
    /// <summary>How many runs are looked through; the newest copy is of one of them, unless that many have failed since.</summary>
    private const int Newest = 100;

    private Task<NewestCopy>? _newest;

    /// <summary>The one with the newest data. Asked for once, however many rules want it.</summary>
    public Task<NewestCopy> NewestAsync(CancellationToken cancellationToken) => _newest ??= FindNewestAsync(cancellationToken);

    private async Task<NewestCopy> FindNewestAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ListAsync(database.Name, RunKind.Copy, Newest, cancellationToken).ConfigureAwait(false);
        var recorded = RecordedCopyNames.Of(runs);
        var all = await vault.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false);
        var copies = CopyList.Of(all, options.Installation, database.Name);

        // As for a drill of the latest copy: one that lost its tags is not passed over for an older one.
        var there = recorded.Select(name => all.FirstOrDefault(snapshot => snapshot.IsAvailable && snapshot.Name == name)).FirstOrDefault(static found => found is not null);
        return there is not null && CopyTags.Lost(there, options.Installation, database.Name).Count > 0
            ? new NewestCopy(null, $"{there.Name}, the newest copy of our records that is there, {CopyTags.Words(there, options.Installation, database.Name)}, and no drill takes it")
            : new NewestCopy(copies.FirstOrDefault(copy => recorded.Contains(copy.Name)), "the vault account has no copy that our records name");
    }
}
