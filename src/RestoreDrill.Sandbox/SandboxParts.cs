using System.Globalization;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup;
using RestoreDrill.Sandbox.Backup.Copies;
using RestoreDrill.Sandbox.Backup.Jobs;
using RestoreDrill.Sandbox.Backup.LegalHolds;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Restores;
using RestoreDrill.Sandbox.Backup.Settings;
using RestoreDrill.Sandbox.Backup.Tags;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Certificates;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Iam;
using RestoreDrill.Sandbox.Iam.InlinePolicies;
using RestoreDrill.Sandbox.Iam.ManagedPolicies;
using RestoreDrill.Sandbox.Iam.Mfa;
using RestoreDrill.Sandbox.Iam.Roles;
using RestoreDrill.Sandbox.Kms;
using RestoreDrill.Sandbox.Kms.Access;
using RestoreDrill.Sandbox.Kms.Grants;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Organizations.Delegation;
using RestoreDrill.Sandbox.Rds;
using RestoreDrill.Sandbox.Rds.Groups;
using RestoreDrill.Sandbox.Rds.Instances;
using RestoreDrill.Sandbox.Rds.Snapshots;
using RestoreDrill.Sandbox.Rds.Tags;
using RestoreDrill.Sandbox.S3;
using RestoreDrill.Sandbox.S3.Buckets;
using RestoreDrill.Sandbox.S3.Requests;
using RestoreDrill.Sandbox.Sts;

namespace RestoreDrill.Sandbox;

/// <summary>The parts of one sandbox, put together.</summary>
internal sealed class SandboxParts : IAsyncDisposable
{
    private readonly AccountStates states;
    private readonly InstanceServers servers;
    private readonly InstanceLifecycle instances;
    private readonly SnapshotLifecycle snapshots;
    private readonly Resumption resumption;
    private readonly BackupWork backup;

    private SandboxParts(SandboxOptions options, StateDirectory directory, ServerCertificate certificate, SandboxClock clock)
    {
        (Options, Directory, Certificate) = (options, directory, certificate);
        Credentials = CredentialStore.Open(directory);
        states = new AccountStates(directory);
        var shipped = new ShippedPolicies(options);
        var keys = new KeyRing(states, new FirstKeys(shipped, options.Bare), clock);
        var stalls = new Stalls();
        var disks = new FullDisks();
        var faults = new FaultPlan(new Random(options.Seed));
        var log = new CallLog();
        servers = new InstanceServers(states, directory, clock, certificate, options.Extensions, options.DataChecksums);
        var taking = new SnapshotTaking(states, directory, clock, options.Pace, stalls);
        snapshots = new SnapshotLifecycle(states, directory, clock, options.Pace, taking);
        instances = new InstanceLifecycle(states, new InstanceWork(states, directory, clock, options.Pace, stalls, disks, servers, taking));
        resumption = new Resumption(states, directory, servers, instances, snapshots);
        if (!options.Bare)
        {
            new PremadeVaults(options, states, shipped, clock).Make();
            new PremadeBucket(options, states, clock).Make();
        }

        var roles = new Roles(states, new PremadeRoles(shipped, clock, options.RestoreInto, !options.Bare));
        var installations = new Installations(options.Installations, directory, roles);
        var permissions = new PermissionLog();
        var organisation = new Organisation(states, clock);
        var authorization = new Authorization(roles, organisation, permissions, clock);
        var keyPolicies = new KeyPolicies();
        var keyChecks = new KeyChecks(keys, keyPolicies);
        var grants = new ServiceGrants(states, keys, instances, clock);
        var principals = new KnownPrincipals(roles);
        var keyRules = new KeyPolicyRules(keyPolicies, keyChecks, principals, authorization);
        var uses = new KeyUse(keys, keyChecks, grants, authorization);
        var jobKeys = new JobKeys(keys, keyChecks, roles, authorization);
        var backupOrganisation = new BackupOrganisation(states, organisation);
        var removal = new PointRemoval(snapshots, roles, authorization);
        var copying = new CopyJobWork(states, new CopyRules(states, backupOrganisation, jobKeys, roles, authorization), uses, snapshots, removal);
        var restore = new RestoreDBInstanceFromDBSnapshot(states, uses, instances, clock);
        var restoring = new RestoreJobWork(new RestoreInRole(restore, new RdsPermissions(states), roles, authorization));
        backup = new BackupWork(states, new BackupJobWork(jobKeys, instances, removal), copying, restoring, new PointExpiry(removal), clock);
        var passed = new PassedRole(roles);
        var empties = new EmptyPages();
        var factor = new SecondFactor(states, clock);
        IAwsService[] services =
        [
            new StsService(Credentials, roles, factor, clock),
            Iam(states, clock),
            new KmsService(states, keys, new KmsPermissions(states, keys, keyPolicies, keyChecks), KmsOperations.All(keyRules, principals, grants, clock)),
            new RdsService(states, new RdsPermissions(states),
            [
                new CreateDBInstance(uses, instances, clock), new DescribeDBInstances(), new ModifyDBInstance(instances), new RebootDBInstance(instances),
                new DeleteDBInstance(instances, clock), new DescribeDBInstanceAutomatedBackups(clock),
                restore,
                new CreateDBSnapshot(instances, clock), new DescribeDBSnapshots(states), new CopyDBSnapshot(states, uses, snapshots, clock),
                new DeleteDBSnapshot(snapshots), new ModifyDBSnapshotAttribute(keys), new DescribeDBSnapshotAttributes(),
                new AddTagsToResource(), new RemoveTagsFromResource(), new ListTagsForResource(),
                new CreateDBSubnetGroup(), new DescribeDBSubnetGroups(), new DeleteDBSubnetGroup(),
                new CreateDBParameterGroup(), new DescribeDBParameterGroups(), new ModifyDBParameterGroup(), new DeleteDBParameterGroup(),
                new DescribeDBParameters(),
            ]),
            new BackupService(states, new BackupPermissions(states), backup,
            [
                new CreateBackupVault(keys, clock), new DescribeBackupVault(), new ListBackupVaults(), new DeleteBackupVault(),
                new PutBackupVaultLockConfiguration(clock), new DeleteBackupVaultLockConfiguration(clock),
                new PutBackupVaultAccessPolicy(), new GetBackupVaultAccessPolicy(), new DeleteBackupVaultAccessPolicy(),
                new DescribeGlobalSettings(backupOrganisation), new UpdateGlobalSettings(clock),
                new TagResource(), new UntagResource(), new ListTags(),
                new StartBackupJob(passed, clock), new DescribeBackupJob(), new ListBackupJobs(), new StopBackupJob(),
                new StartCopyJob(passed, clock), new DescribeCopyJob(), new ListCopyJobs(),
                new DescribeRecoveryPoint(), new ListRecoveryPointsByBackupVault(), new GetRecoveryPointRestoreMetadata(),
                new UpdateRecoveryPointLifecycle(), new DeleteRecoveryPoint(removal, clock), new DisassociateRecoveryPoint(clock),
                new StartRestoreJob(passed, clock), new DescribeRestoreJob(), new ListRestoreJobs(), new PutRestoreValidationResult(),
                new CreateLegalHold(clock), new GetLegalHold(clock), new ListLegalHolds(clock), new CancelLegalHold(clock),
                new ListRecoveryPointsByLegalHold(clock),
            ]),
            new OrganizationsService(states, organisation, new OrganizationsPermissions(states, organisation), new Delegations(organisation, authorization), empties),
        ];
        Storage = S3Parts.Build(states, directory, Credentials, authorization, faults, log, clock);
        Endpoint = new AwsEndpoint(services, new Authentication(Credentials, organisation, clock), authorization, faults, log, clock);
        Control = new SandboxControl(directory, clock, faults, stalls, disks, log, permissions, installations, factor, states, keys, servers, empties);
    }

    public SandboxOptions Options { get; }

    public StateDirectory Directory { get; }

    public ServerCertificate Certificate { get; }

    public CredentialStore Credentials { get; }

    public AwsEndpoint Endpoint { get; }

    /// <summary>S3, which has an endpoint of its own: its bodies are not held in memory.</summary>
    public S3Endpoint Storage { get; }

    public SandboxControl Control { get; }

    public static async Task<SandboxParts> BuildAsync(SandboxOptions options, StateDirectory directory, CancellationToken ct)
    {
        var certificate = await SandboxCertificates.EnsureAsync(directory.Root, options.Time, ct);
        var clock = new SandboxClock(options.Time);
        if (File.Exists(directory.ClockFile))
        {
            clock.Advance(TimeSpan.Parse(await File.ReadAllTextAsync(directory.ClockFile, ct), CultureInfo.InvariantCulture));
        }

        return new SandboxParts(options, directory, certificate, clock);
    }

    private static IamService Iam(AccountStates states, SandboxClock clock)
    {
        var principals = new TrustedPrincipals(states);
        var trust = new TrustRules(principals);
        return new IamService(states, new IamPermissions(states),
        [
            new CreateRole(trust, clock), new GetRole(), new ListRoles(), new UpdateRole(), new DeleteRole(principals), new UpdateAssumeRolePolicy(trust),
            new TagRole(), new ListRoleTags(),
            new PutRolePolicy(), new GetRolePolicy(), new DeleteRolePolicy(), new ListRolePolicies(),
            new AttachRolePolicy(), new DetachRolePolicy(), new ListAttachedRolePolicies(), new GetPolicy(), new GetPolicyVersion(),
        ]);
    }

    public async Task ResumeAsync(CancellationToken ct)
    {
        await resumption.RunAsync(ct);
        backup.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await backup.DisposeAsync();
        await instances.DisposeAsync();
        await snapshots.DisposeAsync();
        await servers.DisposeAsync();
    }
}
