using System.Globalization;
using Amazon.Backup.Model;
using Amazon.S3.Model;

namespace RestoreDrill.Incident.Destruction;

/// <summary>Every copy and every fact that lies in the vault account, as its owner sees it, a line each: what reads the same before and after was not touched.</summary>
internal static class VaultHoldings
{
    public static async Task<IReadOnlyList<string>> ListAsync(Hands vault, VaultTargets at)
    {
        var points = await vault.Backup.ListRecoveryPointsByBackupVaultAsync(new ListRecoveryPointsByBackupVaultRequest { BackupVaultName = at.Vault });
        var facts = await vault.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = at.Bucket });
        if (points.NextToken is not null || facts.IsTruncated == true)
        {
            throw new InvalidOperationException("There is more in the vault than one page lists: what follows it would not be looked at.");
        }

        return
        [
            .. points.RecoveryPoints.Select(static point => string.Create(
                CultureInfo.InvariantCulture, $"copy {point.RecoveryPointArn} {point.Status} until {point.CalculatedLifecycle?.DeleteAt:O} under {point.EncryptionKeyArn}")).Order(StringComparer.Ordinal),
            .. facts.Versions.Select(static fact => $"fact {fact.Key} {fact.VersionId} {(fact.IsDeleteMarker == true ? "deleted" : $"{fact.Size} bytes")}").Order(StringComparer.Ordinal),
        ];
    }
}
