using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Iam;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Snapshots;
using RestoreDrill.Sandbox.S3;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>Everything one account holds, as it is written to disk. Read and changed only under <see cref="AccountStates.Gate"/>.</summary>
internal sealed class AccountState
{
    public required string AccountId { get; init; }

    public List<DbInstance> Instances { get; init; } = [];

    public List<DbSnapshot> Snapshots { get; init; } = [];

    public List<RetainedBackup> RetainedBackups { get; init; } = [];

    public List<DbSubnetGroup> SubnetGroups { get; init; } = [];

    public List<DbParameterGroup> ParameterGroups { get; init; } = [];

    public BackupState Backup { get; init; } = new();

    /// <summary>Of the management account only.</summary>
    public OrganisationState? Organisation { get; set; }

    public IamState Iam { get; init; } = new();

    public KmsState Kms { get; init; } = new();

    public S3State S3 { get; init; } = new();

    public Quotas Quotas { get; set; } = new();
}
