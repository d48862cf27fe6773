using RestoreDrill.Core.Cloud;
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

        var key = instance.KmsKeyArn is { } keyArn ? await ports.Source.DescribeKeyAsync(keyArn, cancellationToken) : null;
        if (key is not null && KeyProblem.OfState(key) is { } trouble)
        {
            return LiveCheck.Problem(name, $"its key {key.Arn} {trouble.Words}, the database included", trouble.Next);
        }

        if (key is { AwsManaged: true }
            && (installation.Route == CopyRoute.AwsBackup || source.ReencryptionKey is null))
        {
            return installation.Route == CopyRoute.AwsBackup
                ? LiveCheck.Problem(
                    name,
                    $"it is encrypted under the AWS managed key {key.Arn}, under which AWS Backup can copy nothing into another account",
                    "Move it to a customer managed key, or write Route rds-snapshot and Source:ReencryptionKey.")
                : LiveCheck.Problem(
                    name, $"it is encrypted under the AWS managed key {key.Arn}, whose snapshots cannot be shared", "Set Source:ReencryptionKey to a customer managed key.");
        }

        if (source.ReencryptionKey is { } wanted)
        {
            var reencryption = await ports.Source.DescribeKeyAsync(wanted, cancellationToken);
            if (reencryption.AwsManaged)
            {
                return LiveCheck.Problem(name, "Source:ReencryptionKey is an AWS managed key", "Write a customer managed key of the source account.");
            }

            if (KeyProblem.OfState(reencryption) is { } problem)
            {
                return LiveCheck.Problem(name, $"Source:ReencryptionKey, {reencryption.Arn}, {problem.Words}", problem.Next);
            }
        }

        return LiveCheck.Ok(name, $"PostgreSQL {instance.EngineVersion}, {instance.Status}");
    }
}
