using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Clusters;
using RestoreDrill.Sandbox.Rds.Snapshots;

namespace RestoreDrill.Sandbox.Control.Damaging;

/// <summary>
/// Spoils the data directory of a snapshot. A fault works on a copy of it: on its content with a server that runs there and is stopped cleanly, on its
/// files while none runs. The copy takes the snapshot's place only at the end. What was there before the first damage is kept aside, and can be put back.
/// </summary>
internal sealed class SnapshotDamager(AccountStates states, StateDirectory directory)
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        // Enough for whatever the snapshot holds; and nothing may change it but the damage.
        ["wal_level"] = "logical",
        ["max_prepared_transactions"] = "100",
        ["max_replication_slots"] = "50",
        ["max_logical_replication_workers"] = "0",
        ["autovacuum"] = "off",
    };

    /// <summary>Does it; says in a sentence what was done.</summary>
    public async Task<string> DamageAsync(SnapshotDamage damage, CancellationToken ct)
    {
        var snapshot = Find(damage.Account, damage.Snapshot);
        var options = new ClusterOptions { Directory = Path.Combine(directory.Root, "damage", Guid.NewGuid().ToString("N")), Parameters = Parameters };
        var cluster = await PostgresCluster.FromSnapshotAsync(directory.SnapshotData(snapshot.StorageId), options, ct);
        try
        {
            var done = await damage.Fault.StrikeAsync(new FaultScene(cluster, damage, another => DonorOf(snapshot, damage, another)), ct);
            await cluster.StopAsync(ct);
            await PutAsync(snapshot, cluster.DataDirectory, ct);
            return done;
        }
        finally
        {
            await cluster.DeleteAsync(CancellationToken.None);
        }
    }

    /// <summary>Puts back what was there before the first damage. Does nothing where there was none.</summary>
    public async Task RepairAsync(string account, string name, CancellationToken ct)
    {
        var snapshot = Find(account, name);
        var (data, undamaged) = (directory.SnapshotData(snapshot.StorageId), directory.UndamagedData(snapshot.StorageId));
        if (Directory.Exists(undamaged))
        {
            await PostgresCluster.RemoveAsync(data, ct);
            Directory.Move(undamaged, data);
        }
    }

    private async Task PutAsync(DbSnapshot snapshot, string damaged, CancellationToken ct)
    {
        var (data, undamaged) = (directory.SnapshotData(snapshot.StorageId), directory.UndamagedData(snapshot.StorageId));
        if (Directory.Exists(undamaged))
        {
            await PostgresCluster.RemoveAsync(data, ct);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(undamaged)!);
            Directory.Move(data, undamaged);
        }

        Directory.Move(damaged, data);
    }

    private DbSnapshot Find(string account, string name)
    {
        lock (states.Gate)
        {
            return states.Of(Account.Named(account).Id).Snapshots.Find(candidate => candidate.Identifier == name && candidate.Status == SnapshotStatus.Available)
                ?? throw new ArgumentException($"There is no available snapshot '{name}' in the account {account}.");
        }
    }

    /// <summary>A donor's content as it was before it was damaged itself.</summary>
    private string DonorOf(DbSnapshot snapshot, SnapshotDamage damage, bool ofAnotherInstance)
    {
        var donor = damage.Donor is { } name ? Find(damage.Account, name) : LatestDonor(snapshot, ofAnotherInstance);
        var undamaged = directory.UndamagedData(donor.StorageId);
        return Directory.Exists(undamaged) ? undamaged : directory.SnapshotData(donor.StorageId);
    }

    private DbSnapshot LatestDonor(DbSnapshot snapshot, bool ofAnotherInstance)
    {
        lock (states.Gate)
        {
            return states.Of(snapshot.AccountId).Snapshots
                    .Where(other => other.Status == SnapshotStatus.Available && other.StorageId != snapshot.StorageId
                        && (ofAnotherInstance
                            ? other.DbiResourceId != snapshot.DbiResourceId
                            : other.DbiResourceId == snapshot.DbiResourceId && other.OriginallyCreatedAt < snapshot.OriginallyCreatedAt))
                    .MaxBy(static other => other.OriginallyCreatedAt)
                ?? throw new ArgumentException(ofAnotherInstance
                    ? $"The account holds no snapshot of another instance than {snapshot.InstanceIdentifier}."
                    : $"The account holds no snapshot of {snapshot.InstanceIdentifier} that is older than {snapshot.Identifier}.");
        }
    }
}
