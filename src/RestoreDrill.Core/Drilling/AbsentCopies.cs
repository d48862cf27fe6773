using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>Why a copy is not among those that a drill can take: it is gone, it is not available, or it lost the tags that it is known by.</summary>
internal sealed class AbsentCopies(InstallationOptions options, IRunStore store)
{
    /// <summary>How many copy runs are looked through for the copies that our records name.</summary>
    private const int Newest = 1000;

    private readonly ResourceNames _names = new(options.Installation);

    /// <summary>Why there is no drill of the copy, and what to do; null: the vault account has no such snapshot.</summary>
    /// <param name="all">Every snapshot of the vault account.</param>
    /// <param name="copy">Its name or ARN.</param>
    /// <param name="database">The protected database.</param>
    /// <param name="cancellationToken">Cancels the look into our records.</param>
    public async Task<string?> WhyAsync(IReadOnlyList<CloudSnapshot> all, string copy, string database, CancellationToken cancellationToken)
    {
        if (all.FirstOrDefault(snapshot => snapshot.Name == copy || snapshot.Arn == copy) is not { } found)
        {
            return null;
        }

        if (!found.IsAvailable)
        {
            return $"Copy {found.Name} is in the vault account {options.Vault.AccountId}, and its status is '{found.Status}', not available. Nothing was restored. "
                + "Look at it in the RDS console. Next: runbooks/drill-failed.md.";
        }

        return (await LostAsync(all, database, cancellationToken).ConfigureAwait(false)).Contains(found)
            ? LostTags(found, database)
            : $"Snapshot {found.Name} is in the vault account {options.Vault.AccountId}, and is no copy of '{database}' by its tags ({string.Join(", ", CopyTags.Lost(found, options.Installation, database))}), "
                + "its name or our records. Nothing was restored. If our records were lost: runbooks/drill-failed.md.";
    }

    /// <summary>Available snapshots that are copies of the database by our records or, as far as these know, by their names, and are not by their tags.</summary>
    public async Task<IReadOnlyList<CloudSnapshot>> LostAsync(IReadOnlyList<CloudSnapshot> all, string database, CancellationToken cancellationToken)
    {
        var runs = await store.ListAsync(database, RunKind.Copy, Newest, cancellationToken).ConfigureAwait(false);
        var recorded = RecordedCopyNames.Of(runs).ToHashSet(StringComparer.Ordinal);
        var lost = new List<CloudSnapshot>();
        foreach (var snapshot in all.Where(snapshot => snapshot.IsAvailable && CopyTags.Lost(snapshot, options.Installation, database).Count > 0))
        {
            if (recorded.Contains(snapshot.Name)
                || (CopyTags.MayBeLostBy(snapshot, options.Installation, database) && !await IsOfAnotherAsync(snapshot, database, cancellationToken).ConfigureAwait(false)))
            {
                lost.Add(snapshot);
            }
        }

        return lost;
    }

    /// <summary>What is there, what it lacks, what is safe and what to do.</summary>
    public string LostTags(CloudSnapshot copy, string database) =>
        $"Copy {copy.Name} is in the vault account {options.Vault.AccountId}, and {CopyTags.Words(copy, options.Installation, database)}: no drill takes a copy without the tags that it is known by. "
        + "Nothing was restored, and the data in it may be right: keep it. Find out in CloudTrail of the vault account who changed its tags, and put them back, "
        + $"or make a new copy: restoredrill copy {database}. Next: runbooks/drill-failed.md.";

    private async Task<bool> IsOfAnotherAsync(CloudSnapshot snapshot, string database, CancellationToken cancellationToken) =>
        _names.CopyRunOf(snapshot.Name) is { } run && await store.FindAsync(run, cancellationToken).ConfigureAwait(false) is { } recorded && recorded.Database != database;
}
