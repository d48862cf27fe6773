using RestoreDrill.Core.Protection;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether the protected instances are there and can be copied.</summary>
internal static class SourceChecks
{
    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(Configured configured, Ports ports, bool roleAnswers, CancellationToken cancellationToken)
    {
        var checks = new List<LiveCheck>();
        foreach (var database in configured.Installation.Databases)
        {
            var name = $"instance {database.Instance}";
            checks.Add(roleAnswers
                ? await LiveChecks.AskAsync(
                    name, "Compare the source role's policy with docs/iam.", () => LookAsync(name, database, configured.Installation.Source, ports, cancellationToken))
                : LiveCheck.NotChecked(name, "the source role does not answer"));
        }

        return checks;
    }

    private static async Task<LiveCheck> LookAsync(
        string name, ProtectedDatabase database, SourceOptions source, Ports ports, CancellationToken cancellationToken)
    {
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
            && source.ReencryptionKey is null)
        {
            return LiveCheck.Problem(
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
