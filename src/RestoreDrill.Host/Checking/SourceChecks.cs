using RestoreDrill.Core.Protection;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether the protected instances are there and can be copied.</summary>
internal static class SourceChecks
{
    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(Configured configured, Ports ports, bool roleAnswers, CancellationToken cancellationToken)
    {
        var (installation, checks) = (configured.Installation, new List<LiveCheck>());
        if (roleAnswers && installation is { Route: CopyRoute.AwsBackup, Backup: { } backup })
        {
            checks.AddRange(await BackupVaultChecks.OfSourceAsync(backup, ports.Source, cancellationToken));
        }

        foreach (var database in installation.Databases)
        {
            var name = $"instance {database.Instance}";
            checks.Add(roleAnswers
                ? await LiveChecks.AskAsync(
                    name, "Compare the source role's policy with docs/iam.", () => LookAsync(name, database, installation, ports, cancellationToken))
                : LiveCheck.NotChecked(name, "the source role does not answer"));
        }

        return checks;
    }

    private static async Task<LiveCheck> LookAsync(
        string name, ProtectedDatabase database, InstallationOptions installation, Ports ports, CancellationToken cancellationToken)
    {
        var source = installation.Source;
        if (await ports.Source.FindInstanceAsync(database.Instance, cancellationToken) is not { } instance)
        {
            return LiveCheck.Problem(
                name, $"account {source.AccountId} has no such DB instance", $"Correct Instance of the database {database.Name}, or Source:Region.");
        }

        if (instance.Engine != "postgres")
        {
            return LiveCheck.Problem(name, $"its engine is {instance.Engine}", "RestoreDrill protects RDS for PostgreSQL; take this instance out.");
        }

        if (instance.KmsKeyArn is { } keyArn
            && (await ports.Source.DescribeKeyAsync(keyArn, cancellationToken)).AwsManaged
            && (installation.Route == CopyRoute.AwsBackup || source.ReencryptionKey is null))
        {
            return installation.Route == CopyRoute.AwsBackup
                ? LiveCheck.Problem(
                    name,
                    $"it is encrypted under the AWS managed key {keyArn}, under which AWS Backup can copy nothing into another account",
                    "Move it to a customer managed key, or write Route rds-snapshot and Source:ReencryptionKey.")
                : LiveCheck.Problem(
                    name, $"it is encrypted under the AWS managed key {keyArn}, whose snapshots cannot be shared", "Set Source:ReencryptionKey to a customer managed key.");
        }

        var found = $"PostgreSQL {instance.EngineVersion}, {instance.Status}";
        if (source.ReencryptionKey is { } reencryption)
        {
            var key = await ports.Source.DescribeKeyAsync(reencryption, cancellationToken);
            if (key.State != "Enabled" || key.AwsManaged)
            {
                return LiveCheck.Problem(
                    name, $"Source:ReencryptionKey is {(key.AwsManaged ? "an AWS managed key" : key.State)}", "Write an enabled customer managed key of the source account.");
            }
        }

        return LiveCheck.Ok(name, found);
    }
}
