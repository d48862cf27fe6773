using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>A database's copies in the vault account that copy runs of our records made: whoever owns the source account can put others there, with any tags.</summary>
internal sealed class RecordedCopies(InstallationOptions options, ProtectedDatabase database, IVaultAccount vault, IRunStore store)
{
    /// <summary>How many runs are looked through; the newest copy is of one of them, unless that many have failed since.</summary>
    private const int Newest = 100;

    private Task<CloudSnapshot?>? _newest;

    /// <summary>The one with the newest data; null: there is none. Asked for once, however many rules want it.</summary>
    public Task<CloudSnapshot?> NewestAsync(CancellationToken cancellationToken) => _newest ??= FindNewestAsync(cancellationToken);

    private async Task<CloudSnapshot?> FindNewestAsync(CancellationToken cancellationToken)
    {
        var runs = await store.ListAsync(database.Name, RunKind.Copy, Newest, cancellationToken).ConfigureAwait(false);
        var recorded = runs.Where(static run => run.Outcome == RunOutcome.Copied).Select(static run => CanonicalJson.Read<CopyState>(run.State).CopyName).ToHashSet(StringComparer.Ordinal);
        var copies = CopyList.Of(await vault.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false), options.Installation, database.Name);
        return copies.FirstOrDefault(copy => recorded.Contains(copy.Name));
    }
}
