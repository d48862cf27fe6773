using RestoreDrill.Architecture.Tests.Inspection;

namespace RestoreDrill.Architecture.Tests;

/// <summary>
/// What RestoreDrill can never do, read from its compiled code. A new operation of AWS's has to be let in here by a person who can say why
/// it destroys nothing.
/// </summary>
public sealed class SafetyTests
{
    private const string Scratch = "RestoreDrill.Aws.Drilling.ScratchAccount";
    private const string Restoring = "RestoreDrill.Aws.Drilling.RestoringAccount";
    private const string Source = "RestoreDrill.Aws.Copying.SourceAccount";
    private const string Vault = "RestoreDrill.Aws.Copying.VaultAccount";

    /// <summary>What a person does with the management account's credentials, and nothing that runs by itself.</summary>
    private const string Isolation = "RestoreDrill.Isolation.Accounts";

    private static readonly IReadOnlyList<CallSite> Product = [.. Repository.ProductAssemblies.SelectMany(static name => CompiledAssembly.Read(name).Calls)];

    /// <summary>Every operation that changes something, and the only methods that may ask for it, once each.</summary>
    private static readonly Dictionary<string, string[]> Changing = new()
    {
        ["AttachPolicy"] = [$"{Isolation}.ManagementOrganisation.AttachAsync"],
        ["AttachRolePolicy"] = [$"{Isolation}.MemberRoles.AttachAsync"],
        ["CreateAlias"] = [$"{Isolation}.MemberKeys.NameAsync"],
        ["CreateBackupVault"] = [$"{Isolation}.MemberVaults.CreateAsync"],
        ["CreateKey"] = [$"{Isolation}.MemberKeys.CreateAsync"],
        ["CreateOrganizationalUnit"] = [$"{Isolation}.ManagementOrganisation.CreateUnitAsync"],
        ["CreatePolicy"] = [$"{Isolation}.ManagementOrganisation.CreatePolicyAsync"],
        ["CreateRole"] = [$"{Isolation}.MemberRoles.CreateAsync"],
        ["EnableAWSServiceAccess"] = [$"{Isolation}.ManagementOrganisation.TrustAsync"],
        ["EnablePolicyType"] = [$"{Isolation}.ManagementOrganisation.EnablePoliciesAsync"],
        ["MoveAccount"] = [$"{Isolation}.ManagementOrganisation.MoveVaultAsync"],
        ["PutBackupVaultAccessPolicy"] = [$"{Isolation}.MemberVaults.PutPolicyAsync"],
        ["PutBackupVaultLockConfiguration"] = [$"{Isolation}.MemberVaults.LockAsync"],
        ["PutBucket"] = [$"{Isolation}.MemberBuckets.CreateAsync"],
        ["PutPublicAccessBlock"] = [$"{Isolation}.MemberBuckets.BlockPublicAccessAsync"],
        ["PutKeyPolicy"] = [$"{Isolation}.MemberKeys.PutPolicyAsync"],
        ["PutResourcePolicy"] = [$"{Isolation}.ManagementOrganisation.PutResourcePolicyAsync"],
        ["PutRolePolicy"] = [$"{Isolation}.MemberRoles.PutPolicyAsync"],
        ["UpdateAssumeRolePolicy"] = [$"{Isolation}.MemberRoles.TrustAsync"],
        ["UpdateGlobalSettings"] = [$"{Isolation}.ManagementOrganisation.CopyAcrossAccountsAsync"],
        ["UpdatePolicy"] = [$"{Isolation}.ManagementOrganisation.ChangePolicyAsync"],
        ["AddTagsToResource"] = [$"{Vault}.TagAsync"],
        ["AssumeRole"] = ["RestoreDrill.Aws.Access.AssumedRole.TakeOnAsync"],
        ["CopyDBSnapshot"] = [$"{Source}.ReencryptSnapshotAsync", $"{Vault}.CopyAsync"],
        ["CreateDBSnapshot"] = [$"{Source}.CreateSnapshotAsync"],
        ["DeleteDBInstance"] = [$"{Scratch}.RemoveAsync"],
        ["DeleteDBSnapshot"] = [$"{Source}.RemoveStagingSnapshotAsync"],
        ["ModifyDBInstance"] = [$"{Restoring}.GiveParameterGroupAsync", $"{Restoring}.ResetMasterPasswordAsync"],
        ["ModifyDBSnapshotAttribute"] = [$"{Source}.ChangeSharingAsync"],
        ["PutObject"] = ["RestoreDrill.Aws.Facts.FactBucket.PutIfAbsentAsync"],
        ["RebootDBInstance"] = [$"{Restoring}.RebootAsync"],
        ["RestoreDBInstanceFromDBSnapshot"] = [$"{Restoring}.RestoreAsync"],
        ["StartBackupJob"] = ["RestoreDrill.Aws.Backups.BackupJobs.StartBackupAsync"],
        ["StartCopyJob"] = ["RestoreDrill.Aws.Backups.BackupJobs.StartCopyAsync"],
        ["TagResource"] = ["RestoreDrill.Aws.Backups.BackupVaults.TagAsync"],
    };

    public static TheoryData<string> ChangingOperations => [.. Changing.Keys];

    public static TheoryData<string> Dangerous =>
    [
        "DeleteDBInstanceAutomatedBackup", "DeleteDBCluster", "DeleteDBClusterSnapshot", "DeleteDBParameterGroup", "DeleteDBSubnetGroup", "DeleteTenantDatabase",
        "StopDBInstance", "RemoveTagsFromResource", "ModifyDBSnapshot", "ModifyDBParameterGroup", "ModifyDBCluster",
        "CancelLegalHold", "DeleteRecoveryPoint", "DisassociateRecoveryPoint", "UpdateRecoveryPointLifecycle", "DeleteBackupVault", "DeleteBackupVaultAccessPolicy",
        "DeleteBackupVaultLockConfiguration", "DeleteBackupVaultNotifications", "DeleteBackupPlan", "DeleteBackupSelection", "PutBackupVaultNotifications",
        "ScheduleKeyDeletion", "DisableKey", "RevokeGrant", "RetireGrant", "DeleteAlias", "UpdateAlias", "DeleteImportedKeyMaterial", "CancelKeyDeletion", "EnableKey",
        "DetachPolicy", "DeletePolicy", "DeleteResourcePolicy", "CloseAccount", "LeaveOrganization", "RemoveAccountFromOrganization", "DeleteOrganization", "DisablePolicyType", "DisableAWSServiceAccess",
        "DeleteRole", "DeleteRolePolicy", "DetachRolePolicy", "DeleteObject", "DeleteObjects", "DeleteBucket",
        "PutObjectRetention", "PutObjectLegalHold", "PutBucketPolicy",
    ];

    /// <summary>What would be as bad in the hands of something that runs by itself.</summary>
    public static TheoryData<string> DangerousButForAPerson =>
        ["PutBackupVaultAccessPolicy", "PutBackupVaultLockConfiguration", "PutKeyPolicy", "UpdatePolicy", "MoveAccount", "PutRolePolicy", "AttachRolePolicy", "UpdateAssumeRolePolicy"];

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
                or "ListVersions" or "GetObject" or "GetObjectRetention" or "GetObjectLockConfiguration" or "GetBucketVersioning" or "GetPublicAccessBlock" or "GetBucketPolicyStatus" or "GetBucketPolicy"
                or "GetBackupVaultAccessPolicy" or "GetKeyPolicy" or "GetRole" or "GetRolePolicy" or "ListAccountsForParent" or "ListAliases" or "ListAttachedRolePolicies"
                or "ListAWSServiceAccessForOrganization" or "ListBackupVaults" or "ListGrants" or "ListKeys" or "ListOrganizationalUnitsForParent" or "ListParents" or "ListPolicies"
                or "ListPoliciesForTarget" or "ListRolePolicies" or "ListRoles" or "ListRoots",
            $"{site} is not known to only look"));
    }

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void Dangerous_operation_has_no_call_and_no_request(string operation) => Assert.DoesNotContain(Product, site =>
        site.TargetType.StartsWith("Amazon.", StringComparison.Ordinal)
        && (site.Target == operation || site.Target == operation + "Async" || site.TargetName == operation + "Request"));

    [Theory]
    [MemberData(nameof(DangerousButForAPerson))]
    public void Dangerous_operation_is_asked_for_by_a_person_alone(string operation) => Assert.All(
        Product.Where(site => site.TargetType.StartsWith("Amazon.", StringComparison.Ordinal)
            && (site.Target == operation || site.Target == operation + "Async" || site.TargetName == operation + "Request")),
        static site => Assert.StartsWith(Isolation + ".", site.In, StringComparison.Ordinal));

    [Fact]
    public void Isolation_is_applied_by_its_own_verb_alone()
    {
        const string setup = "RestoreDrill.Isolation.IsolationSetup";

        Assert.Equal(["RestoreDrill.Host.Commands.IsolationCommand.ApplyAsync"], CallersOf("ApplyAsync"));
        Assert.Equal(["RestoreDrill.Host.Composition.Connect..cctor"], CallersOf("Open").Select(static caller => caller.Split('<')[0]));
        Assert.All(CallersOf("LookAsync"), static caller => Assert.StartsWith("RestoreDrill.Host.Commands.IsolationCommand.", caller, StringComparison.Ordinal));

        static IEnumerable<string> CallersOf(string method) => Product
            .Where(site => site.TargetType == setup && site.Target == method && !site.In.StartsWith("RestoreDrill.Isolation.", StringComparison.Ordinal))
            .Select(static site => site.In).Distinct().Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData($"{Scratch}.RemoveAsync", "DeleteDBInstance", "ScratchOwnership")]
    [InlineData($"{Restoring}.ResetMasterPasswordAsync", "ModifyDBInstance", "InstanceOwnership")]
    [InlineData($"{Restoring}.GiveParameterGroupAsync", "ModifyDBInstance", "InstanceOwnership")]
    [InlineData($"{Restoring}.RebootAsync", "RebootDBInstance", "InstanceOwnership")]
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
    [InlineData("RebootDBInstanceRequest", new[] { "DBInstanceIdentifier" })]
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
    [InlineData($"{Restoring}.ResetMasterPasswordAsync", new[] { "ApplyImmediately", "DBInstanceIdentifier", "MasterUserPassword" })]
    [InlineData($"{Restoring}.GiveParameterGroupAsync", new[] { "ApplyImmediately", "DBInstanceIdentifier", "DBParameterGroupName" })]
    public void Instance_is_changed_in_nothing_else(string method, string[] members) => Assert.Equal(
        members.Select(static member => "set_" + member),
        Product.Where(site => site.TargetName == "ModifyDBInstanceRequest" && site.Target.StartsWith("set_", StringComparison.Ordinal) && site.In == method)
            .Select(static site => site.Target).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("DeleteDBInstanceRequest", $"{Scratch}.RemoveAsync")]
    [InlineData("DeleteDBSnapshotRequest", $"{Source}.RemoveStagingSnapshotAsync")]
    [InlineData("ModifyDBInstanceRequest", $"{Restoring}.GiveParameterGroupAsync", $"{Restoring}.ResetMasterPasswordAsync")]
    [InlineData("RebootDBInstanceRequest", $"{Restoring}.RebootAsync")]
    [InlineData("ModifyDBSnapshotAttributeRequest", $"{Source}.ChangeSharingAsync")]
    public void Request_is_made_only_where_it_is_sent(string request, params string[] methods) => Assert.Equal(
        methods, Product.Where(site => site.TargetName == request && site.Target == ".ctor").Select(static site => site.In).Order(StringComparer.Ordinal));

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
