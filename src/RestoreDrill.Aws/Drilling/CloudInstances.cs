using Amazon.RDS.Model;
using RestoreDrill.Aws.Access;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Drilling;

namespace RestoreDrill.Aws.Drilling;

/// <summary>Instances of the vault account as it describes them.</summary>
internal static class CloudInstances
{
    public static async Task<CloudInstance?> FindAsync(AccountSession session, string name, CancellationToken cancellationToken)
    {
        // Without a name RDS would describe all instances.
        ArgumentException.ThrowIfNullOrEmpty(name);
        var answer = await session.Calls.LookAsync(
            "rds:DescribeDBInstances",
            $"instance {name}",
            "DBInstanceNotFound",
            session.Rds.DescribeDBInstancesAsync,
            new DescribeDBInstancesRequest { DBInstanceIdentifier = name },
            cancellationToken);
        var found = answer?.DBInstances?.Find(instance => instance.DBInstanceIdentifier == name);
        return found is null
            ? null
            : From(found, await ResourceTags.OfAsync(session, found.DBInstanceArn, found.TagList, cancellationToken));
    }

    public static async Task<IReadOnlyList<CloudInstance>> ListAsync(AccountSession session, string prefix, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        var all = new List<CloudInstance>();
        string? marker = null;
        do
        {
            var page = await session.Calls.AskAsync(
                "rds:DescribeDBInstances",
                $"instances {prefix}*",
                session.Rds.DescribeDBInstancesAsync,
                new DescribeDBInstancesRequest { Marker = marker },
                cancellationToken);
            foreach (var found in page.DBInstances ?? [])
            {
                if (found.DBInstanceIdentifier.StartsWith(prefix, StringComparison.Ordinal))
                {
                    all.Add(From(found, await ResourceTags.OfAsync(session, found.DBInstanceArn, found.TagList, cancellationToken)));
                }
            }

            marker = page.Marker;
        }
        while (!string.IsNullOrEmpty(marker));

        return all;
    }

    /// <summary>An instance that was just asked for: AWS's answer may leave out the tags that the request set.</summary>
    public static CloudInstance Made(DBInstance made, IReadOnlyDictionary<string, string> tags) =>
        From(made, made.TagList is null ? tags : Answers.Tags(made.TagList));

    private static CloudInstance From(DBInstance found, IReadOnlyDictionary<string, string> tags) => new()
    {
        Name = Answers.Needed(found.DBInstanceIdentifier, "instance identifier"),
        Arn = Answers.Needed(found.DBInstanceArn, "instance ARN"),
        Status = Answers.Needed(found.DBInstanceStatus, "instance status"),
        Host = found.Endpoint?.Address,
        Port = found.Endpoint?.Port ?? 0,
        MasterUser = found.MasterUsername ?? "",
        EngineVersion = found.EngineVersion ?? "",
        InstanceClass = found.DBInstanceClass ?? "",
        CreatedAt = found.InstanceCreateTime is { } created ? new DateTimeOffset(DateTime.SpecifyKind(created, DateTimeKind.Utc)) : null,
        PasswordPending = found.PendingModifiedValues?.MasterUserPassword is not null,
        DeletionProtection = found.DeletionProtection ?? false,
        ParameterGroup = found.DBParameterGroups?.FirstOrDefault()?.DBParameterGroupName,
        ParameterStatus = found.DBParameterGroups?.FirstOrDefault()?.ParameterApplyStatus,
        PubliclyAccessible = found.PubliclyAccessible ?? false,
        Tags = tags,
    };
}
