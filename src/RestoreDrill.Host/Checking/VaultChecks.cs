using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Protection;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Status;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether the vault can take copies: its key and its snapshot quota.</summary>
internal static class VaultChecks
{
    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(
        Configured configured, Ports ports, bool roleAnswers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!roleAnswers)
        {
            return [LiveCheck.NotChecked("vault-key", "the vault role does not answer"), LiveCheck.NotChecked("snapshot-quota", "the vault role does not answer")];
        }

        var backups = configured.Installation is { Route: CopyRoute.AwsBackup, Backup: { } backup }
            ? await BackupVaultChecks.OfVaultAsync(backup, configured.Installation.Vault, ports.Vault, now, cancellationToken)
            : [];
        return
        [
            .. backups,
            await LiveChecks.AskAsync("vault-key", "Check Vault:KmsKey and the key's policy.", () => KeyAsync(configured, ports, cancellationToken)),
            await LiveChecks.AskAsync("snapshot-quota", "Compare the vault role's policy with docs/iam.", () => QuotaAsync(configured, ports, now, cancellationToken)),
        ];
    }

    private static async Task<LiveCheck> KeyAsync(Configured configured, Ports ports, CancellationToken cancellationToken)
    {
        var key = await ports.Vault.DescribeKeyAsync(configured.Installation.Vault.KmsKey, cancellationToken);
        return KeyProblem.OfVaultKey(key, configured.Installation.Vault.AccountId) is [var problem, ..]
            ? LiveCheck.Problem("vault-key", $"{key.Arn} {problem.Words}", problem.Next)
            : LiveCheck.Ok("vault-key", $"{key.Arn} is enabled");
    }

    private static async Task<LiveCheck> QuotaAsync(Configured configured, Ports ports, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var snapshots = await ports.Vault.ListSnapshotsAsync(cancellationToken);
        var quota = SnapshotQuota.Of(snapshots, configured.Installation.Vault.SnapshotQuota, now);
        return quota.IsRed
            ? LiveCheck.Problem("snapshot-quota", quota.ToString(), "Ask AWS for more manual DB snapshots in the vault account, then raise Vault:SnapshotQuota. Nothing here deletes copies: runbooks/vault-full.md.")
            : LiveCheck.Ok("snapshot-quota", quota.ToString());
    }
}
