using Amazon.KeyManagementService;
using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The keys that the protected instances are encrypted under, and the one for re-encryption: those that the vault account must be able to use.</summary>
internal sealed class SourceKeys(IsolationOptions options, AccountSession source, MemberKeys keys)
{
    /// <summary>Looked up once: instances do not change their keys.</summary>
    private SourceKeysFound? _found;

    public async Task<SourceKeysFound> FindAsync(CancellationToken cancellationToken) => _found ??= await AskAsync(cancellationToken);

    private async Task<SourceKeysFound> AskAsync(CancellationToken cancellationToken)
    {
        var (arns, troubles) = (new SortedSet<string>(StringComparer.Ordinal), new List<string>());
        if (options.ReencryptionKey is { } configured)
        {
            await AddAsync(configured, $"RestoreDrill:Source:ReencryptionKey {configured}", arns, troubles, cancellationToken);
        }

        foreach (var instance in options.Instances)
        {
            var answer = await source.Calls.LookAsync(
                "rds:DescribeDBInstances",
                $"instance {instance}",
                "DBInstanceNotFound",
                source.Rds.DescribeDBInstancesAsync,
                new DescribeDBInstancesRequest { DBInstanceIdentifier = instance },
                cancellationToken);
            if (answer?.DBInstances is not [var found])
            {
                troubles.Add($"there is no instance {instance}");
            }
            else if (string.IsNullOrEmpty(found.KmsKeyId))
            {
                troubles.Add($"instance {instance} is not encrypted");
            }
            else
            {
                await AddAsync(found.KmsKeyId, $"instance {instance}", arns, troubles, cancellationToken);
            }
        }

        return new SourceKeysFound([.. arns], troubles);
    }

    private async Task AddAsync(string key, string whose, SortedSet<string> arns, List<string> troubles, CancellationToken cancellationToken)
    {
        var found = await keys.FindAsync(key, cancellationToken);
        if (found is null)
        {
            troubles.Add($"the key of {whose} is not there");
        }
        else if (found.KeyManager == KeyManagerType.CUSTOMER)
        {
            // What is under it may be copied already: the roles that may use it keep it, whatever state it is in.
            arns.Add(found.Arn);
            if (found.KeyState != KeyState.Enabled)
            {
                troubles.Add($"the key of {whose}, {found.Arn}, is {found.KeyState}: nothing under it can be copied");
            }
        }
        else if (options.ReencryptionKey is null)
        {
            troubles.Add($"{whose} is under the key that AWS manages ({found.Arn}), whose snapshots can never leave the account");
        }
    }
}
