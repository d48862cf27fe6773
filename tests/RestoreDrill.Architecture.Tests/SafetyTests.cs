using RestoreDrill.Architecture.Tests.Inspection;

namespace RestoreDrill.Architecture.Tests;

/// <summary>
/// What RestoreDrill can never do, read from its compiled code. A new operation of AWS's has to be let in here by a person who can say why
/// it destroys nothing.
/// </summary>
public sealed class SafetyTests
{
    private const string Scratch = "RestoreDrill.Aws.Drilling.ScratchAccount";
    private const string Source = "RestoreDrill.Aws.Copying.SourceAccount";
    private const string Vault = "RestoreDrill.Aws.Copying.VaultAccount";

    private static readonly IReadOnlyList<CallSite> Product = [.. Repository.ProductAssemblies.SelectMany(static name => CompiledAssembly.Read(name).Calls)];

    /// <summary>Every operation that changes something, and the only methods that may ask for it, once each.</summary>
    private static readonly Dictionary<string, string[]> Changing = new()
    {
        ["AddTagsToResource"] = [$"{Vault}.TagAsync"],
        ["AssumeRole"] = ["RestoreDrill.Aws.Access.AssumedRole.AssumeAsync"],
        ["CopyDBSnapshot"] = [$"{Source}.ReencryptSnapshotAsync", $"{Vault}.CopyAsync"],
        ["CreateDBSnapshot"] = [$"{Source}.CreateSnapshotAsync"],
        ["DeleteDBInstance"] = [$"{Scratch}.RemoveAsync"],
        ["DeleteDBSnapshot"] = [$"{Source}.RemoveStagingSnapshotAsync"],
        ["ModifyDBInstance"] = [$"{Scratch}.ResetMasterPasswordAsync"],
        ["ModifyDBSnapshotAttribute"] = [$"{Source}.ChangeSharingAsync"],
        ["PutObject"] = ["RestoreDrill.Aws.Facts.FactBucket.PutIfAbsentAsync"],
        ["RestoreDBInstanceFromDBSnapshot"] = [$"{Scratch}.RestoreAsync"],
        ["StartBackupJob"] = ["RestoreDrill.Aws.Backups.BackupJobs.StartBackupAsync"],
        ["StartCopyJob"] = ["RestoreDrill.Aws.Backups.BackupJobs.StartCopyAsync"],
        ["TagResource"] = ["RestoreDrill.Aws.Backups.BackupVaults.TagAsync"],
    };

    public static TheoryData<string> ChangingOperations => [.. Changing.Keys];

    public static TheoryData<string> Dangerous =>
    [
        "DeleteDBInstanceAutomatedBackup", "DeleteDBCluster", "DeleteDBClusterSnapshot", "DeleteDBParameterGroup", "DeleteDBSubnetGroup", "DeleteTenantDatabase",
        "StopDBInstance", "RebootDBInstance", "RemoveTagsFromResource", "ModifyDBSnapshot", "ModifyDBParameterGroup", "ModifyDBCluster",
        "DeleteRecoveryPoint", "DisassociateRecoveryPoint", "UpdateRecoveryPointLifecycle", "DeleteBackupVault", "DeleteBackupVaultAccessPolicy",
        "DeleteBackupVaultLockConfiguration", "DeleteBackupVaultNotifications", "DeleteBackupPlan", "DeleteBackupSelection", "PutBackupVaultAccessPolicy",
        "PutBackupVaultLockConfiguration", "PutBackupVaultNotifications",
        "ScheduleKeyDeletion", "DisableKey", "PutKeyPolicy", "RevokeGrant", "RetireGrant", "DeleteAlias", "UpdateAlias", "DeleteImportedKeyMaterial", "CancelKeyDeletion", "EnableKey",
        "DetachPolicy", "DeletePolicy", "UpdatePolicy", "CloseAccount", "LeaveOrganization", "RemoveAccountFromOrganization", "DeleteOrganization", "MoveAccount", "DisablePolicyType",
        "DeleteRole", "PutRolePolicy", "AttachRolePolicy", "DetachRolePolicy", "UpdateAssumeRolePolicy", "DeleteObject", "DeleteObjects", "DeleteBucket",
        "PutObjectRetention", "PutObjectLegalHold", "PutBucketPolicy",
    ];

    [Theory]
    [MemberData(nameof(ChangingOperations))]
    public void Changing_operation_is_asked_for_only_where_it_may_be(string operation) => Assert.Equal(
        Changing[operation],
        Product.Where(site => site.IsCloudOperation && site.Operation == operation).Select(static site => site.In).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_other_operation_only_looks()
    {
        var others = Product.Where(static site => site.IsCloudOperation && !Changing.ContainsKey(site.Operation)).ToList();

        Assert.NotEmpty(others);
        Assert.All(others, static site => Assert.True(
            site.Operation.StartsWith("Describe", StringComparison.Ordinal) || site.Operation is "ListTagsForResource" or "GetCallerIdentity"
                or "ListVersions" or "GetObject" or "GetObjectRetention" or "GetObjectLockConfiguration" or "GetBucketVersioning" or "GetPublicAccessBlock" or "GetBucketPolicyStatus"
                or "GetBackupVaultAccessPolicy" or "GetRole" or "ListAccountsForParent" or "ListParents" or "ListPoliciesForTarget",
            $"{site} is not known to only look"));
    }

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void Dangerous_operation_has_no_call_and_no_request(string operation) => Assert.DoesNotContain(Product, site =>
        site.TargetType.StartsWith("Amazon.", StringComparison.Ordinal)
        && (site.Target == operation || site.Target == operation + "Async" || site.TargetName == operation + "Request"));

    [Theory]
    [InlineData($"{Scratch}.RemoveAsync", "DeleteDBInstance", "ScratchOwnership")]
    [InlineData($"{Scratch}.ResetMasterPasswordAsync", "ModifyDBInstance", "ScratchOwnership")]
    [InlineData($"{Source}.RemoveStagingSnapshotAsync", "DeleteDBSnapshot", "StagingOwnership")]
    public void Ownership_is_required_before_the_call(string method, string operation, string rule)
    {
        var call = Assert.Single(Product, site => site.In == method && site.IsCloudOperation && site.Operation == operation);
        var required = Assert.Single(Product, site => site.Compiled == call.Compiled && site.TargetName == rule && site.Target == "Require");

        Assert.True(required.Offset < call.Offset, $"{method} asks for {operation} before it requires that the resource is ours");
    }

    [Fact]
    public void Instance_is_damaged_only_in_a_self_test_and_only_once_it_is_known_to_be_ours()
    {
        const string scratch = "RestoreDrill.Core.SelfTests.OwnScratch";
        var made = Assert.Single(Product, static site => site is { TargetType: scratch, Target: ".ctor" });
        var required = Assert.Single(Product, site => site.Compiled == made.Compiled && site is { TargetName: "ScratchOwnership", Target: "Require" });

        Assert.Equal(scratch + ".Of", made.In);
        Assert.True(required.Offset < made.Offset, "an instance may be damaged before it is required to be ours");
        Assert.Equal(["RestoreDrill.Core.Drilling.ControlSteps.OwnScratchAsync"], CallersOf(scratch, "Of"));
        Assert.Equal(["RestoreDrill.Core.Drilling.SelfTestSteps.DamageAsync"], CallersOf("RestoreDrill.Core.SelfTests.IFaultInjector", "DamageAsync"));
        Assert.Equal(
            ["RestoreDrill.Verification.SelfTests.PostgresFaultInjector.DamageAsync", "RestoreDrill.Verification.SelfTests.PostgresFaultInjector.FindAsync"],
            CallersOf("RestoreDrill.Verification.SelfTests.FaultSite", "OpenAsync"));

        static IEnumerable<string> CallersOf(string type, string method) =>
            Product.Where(site => site.TargetType == type && site.Target == method).Select(static site => site.In).Distinct().Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("ModifyDBInstanceRequest", new[] { "ApplyImmediately", "DBInstanceIdentifier", "MasterUserPassword" })]
    [InlineData("DeleteDBInstanceRequest", new[] { "DBInstanceIdentifier", "DeleteAutomatedBackups", "SkipFinalSnapshot" })]
    [InlineData("DeleteDBSnapshotRequest", new[] { "DBSnapshotIdentifier" })]
    [InlineData("ModifyDBSnapshotAttributeRequest", new[] { "AttributeName", "DBSnapshotIdentifier", "ValuesToAdd", "ValuesToRemove" })]
    [InlineData("AddTagsToResourceRequest", new[] { "ResourceName", "Tags" })]
    [InlineData("StartBackupJobRequest", new[] { "BackupVaultName", "IamRoleArn", "IdempotencyToken", "Lifecycle", "RecoveryPointTags", "ResourceArn" })]
    [InlineData("StartCopyJobRequest", new[] { "DestinationBackupVaultArn", "IamRoleArn", "IdempotencyToken", "Lifecycle", "RecoveryPointArn", "SourceBackupVaultName" })]
    [InlineData("TagResourceRequest", new[] { "ResourceArn", "Tags" })]
    public void Request_that_changes_says_no_more_than_it_must(string request, string[] members) => Assert.Equal(
        members.Select(static member => "set_" + member),
        Product.Where(site => site.TargetName == request && site.Target.StartsWith("set_", StringComparison.Ordinal)).Select(static site => site.Target).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("DeleteDBInstanceRequest", $"{Scratch}.RemoveAsync")]
    [InlineData("DeleteDBSnapshotRequest", $"{Source}.RemoveStagingSnapshotAsync")]
    [InlineData("ModifyDBInstanceRequest", $"{Scratch}.ResetMasterPasswordAsync")]
    [InlineData("ModifyDBSnapshotAttributeRequest", $"{Source}.ChangeSharingAsync")]
    public void Request_is_made_only_where_it_is_sent(string request, string method) => Assert.Equal(
        [method], Product.Where(site => site.TargetName == request && site.Target == ".ctor").Select(static site => site.In));

    [Fact]
    public void Code_does_not_call_what_cannot_be_seen_in_it()
    {
        var hidden = Product.Where(static site =>
            site is { TargetType: "System.Reflection.MethodBase" or "System.Reflection.MethodInfo", Target: "Invoke" or "CreateDelegate" }
                or { TargetType: "System.Type", Target: "InvokeMember" or "GetType" }
                or { TargetType: "System.Activator" }
                or { TargetType: "System.Reflection.Assembly", Target: "Load" or "LoadFrom" or "LoadFile" }
                or { TargetType: "System.Runtime.InteropServices.NativeLibrary" }
            || site.TargetType.StartsWith("Microsoft.CSharp.RuntimeBinder.", StringComparison.Ordinal)
            || site.TargetType.StartsWith("System.Linq.Expressions.", StringComparison.Ordinal)
            || site.TargetType.StartsWith("System.Reflection.Emit.", StringComparison.Ordinal)
            || site.TargetType.StartsWith("System.Net.Http.", StringComparison.Ordinal)
            || site.TargetType.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal)).ToList();

        Assert.True(hidden.Count == 0, string.Join(Environment.NewLine, hidden));
    }

    [Fact]
    public void Vault_port_has_no_member_that_could_destroy_a_copy()
    {
        string[] verbs = ["Delete", "Remove", "Share", "Modify", "Shorten", "Untag", "Reset"];

        Assert.DoesNotContain(
            new[] { typeof(Core.Copying.IVaultAccount) }.Concat(typeof(Core.Copying.IVaultAccount).GetInterfaces()).SelectMany(static port => port.GetMethods()), method => verbs.Any(verb => method.Name.Contains(verb, StringComparison.OrdinalIgnoreCase)));
    }
}
