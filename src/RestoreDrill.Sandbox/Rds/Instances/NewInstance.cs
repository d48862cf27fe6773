using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Rds.Tags;

namespace RestoreDrill.Sandbox.Rds.Instances;

/// <summary>What CreateDBInstance and RestoreDBInstanceFromDBSnapshot ask and check alike.</summary>
internal static partial class NewInstance
{
    /// <summary>A new instance of the parameters given, over the settings of a snapshot or of an instance of no particular wishes.</summary>
    public static DbInstance Read(RdsCall call, InstanceSettings defaults, string? kmsKeyId, IReadOnlyList<ResourceTag> defaultTags, DateTimeOffset now)
    {
        var parameters = call.Parameters;
        var identifier = Naming.Identifier("DBInstanceIdentifier", parameters.Required("DBInstanceIdentifier"), 63);
        if (call.Instances.Any(other => other.Identifier == identifier))
        {
            throw new AwsError("DBInstanceAlreadyExists", "DB instance already exists");
        }

        if (call.Instances.Count() >= call.State.Quotas.Instances)
        {
            throw new AwsError("InstanceQuotaExceeded", $"Instance quota exceeded: {call.State.Quotas.Instances} DB instances");
        }

        var multiAz = parameters.Flag("MultiAZ") ?? defaults.MultiAz;
        if (multiAz && parameters.Text("AvailabilityZone") is not null)
        {
            throw AwsError.InvalidParameterCombination("Requesting a specific availability zone is not valid for Multi-AZ instances.");
        }

        var family = "postgres" + defaults.EngineVersion.Split('.')[0];
        return new DbInstance
        {
            AccountId = call.AccountId,
            Region = call.Region,
            Identifier = identifier,
            DbiResourceId = "db-" + Identifiers.Random(26),
            Settings = InstanceChanges.Read(parameters, defaults) with
            {
                Port = parameters.Number("Port") ?? defaults.Port,
                EngineLifecycleSupport = parameters.Text("EngineLifecycleSupport") ?? defaults.EngineLifecycleSupport,
            },
            Status = InstanceStatus.Creating,
            AvailabilityZone = parameters.Text("AvailabilityZone") ?? call.Region + "a",
            SubnetGroupName = SubnetGroups.ForNewInstance(call, parameters.Text("DBSubnetGroupName")).Name,
            SecurityGroups = SecurityGroups(call),
            ParameterGroupName = ParameterGroups.ForInstance(call, parameters.Text("DBParameterGroupName"), family).Name,
            KmsKeyId = kmsKeyId,
            PubliclyAccessible = parameters.Flag("PubliclyAccessible") ?? false,
            IamAuthentication = parameters.Flag("EnableIAMDatabaseAuthentication") ?? false,
            DeletionProtection = parameters.Flag("DeletionProtection") ?? false,
            LogExports = [.. parameters.Texts("EnableCloudwatchLogsExports") ?? []],
            CaCertificateIdentifier = parameters.Text("CACertificateIdentifier") ?? "rds-ca-rsa2048-g1",
            RequestedAt = now,
            Tags = ResourceTag.Read(parameters) ?? [.. defaultTags],
        };
    }

    public static List<string> SecurityGroups(RdsCall call)
    {
        var groups = call.Parameters.Texts("VpcSecurityGroupIds");
        if (groups?.FirstOrDefault(group => !SecurityGroupId().IsMatch(group)) is { } wrong)
        {
            throw AwsError.InvalidParameterValue($"Invalid security group , groupId= {wrong}, groupName=.");
        }

        return groups is null ? ["sg-" + Identifiers.Uuid($"sg/{call.AccountId}/{call.Region}").ToString("N")[..17]] : [.. groups];
    }

    [GeneratedRegex(@"^sg-[0-9a-f]{8,17}\z")]
    private static partial Regex SecurityGroupId();
}
