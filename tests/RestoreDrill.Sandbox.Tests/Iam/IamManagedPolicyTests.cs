using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using RestoreDrill.Sandbox.Policies;
using ManagedPolicy = RestoreDrill.Sandbox.Iam.ManagedPolicies.ManagedPolicy;

namespace RestoreDrill.Sandbox.Tests.Iam;

[Collection(nameof(SharedIamSandbox))]
public sealed class IamManagedPolicyTests(IamSandbox sandbox)
{
    public const string ForBackup = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup";
    public const string ForRestores = "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores";
    public const string ForServiceLinked = "arn:aws:iam::aws:policy/aws-service-role/AWSBackupServiceLinkedRolePolicyForBackup";
    private readonly AmazonIdentityManagementServiceClient iam = sandbox.Vault;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Policy_is_attached_listed_counted_and_detached()
    {
        var role = await sandbox.CreateRoleAsync("attached");
        var before = (await iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = ForRestores }, Ct)).Policy.AttachmentCount;
        await AttachAsync(role, ForRestores);
        await AttachAsync(role, ForRestores);
        await AttachAsync(role, ForBackup);
        Assert.Equal(before + 1, (await iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = ForRestores }, Ct)).Policy.AttachmentCount);

        var first = await iam.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = role, MaxItems = 1 }, Ct);
        Assert.Equal(("AWSBackupServiceRolePolicyForBackup", ForBackup, true), (first.AttachedPolicies[0].PolicyName, first.AttachedPolicies[0].PolicyArn, first.IsTruncated));
        var second = await iam.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = role, Marker = first.Marker }, Ct);
        Assert.Equal([ForRestores], second.AttachedPolicies.Select(policy => policy.PolicyArn));
        Assert.Empty((await iam.ListAttachedRolePoliciesAsync(
            new ListAttachedRolePoliciesRequest { RoleName = role, PathPrefix = "/aws-service-role/" }, Ct)).AttachedPolicies ?? []);

        await iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = role, PolicyArn = ForRestores }, Ct);
        await IamRefusals.RefusedAsync<NoSuchEntityException>(
            HttpStatusCode.NotFound, $"Policy {ForRestores} was not found.",
            () => iam.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = role, PolicyArn = ForRestores }, Ct));
    }

    [Fact]
    public async Task Policy_of_aws_is_described_with_its_version_and_document()
    {
        var policy = (await iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = ForBackup }, Ct)).Policy;
        Assert.Equal(
            ("AWSBackupServiceRolePolicyForBackup", ForBackup, "/service-role/", "v30", true),
            (policy.PolicyName, policy.Arn, policy.Path, policy.DefaultVersionId, policy.IsAttachable));
        Assert.Matches("^ANPA[A-Z2-7]{17}$", policy.PolicyId);
        Assert.Equal(new DateTime(2026, 2, 23, 19, 42, 11, DateTimeKind.Utc), policy.UpdateDate);

        var version = (await iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = ForBackup, VersionId = "v30" }, Ct)).PolicyVersion;
        Assert.Equal(("v30", true), (version.VersionId, version.IsDefaultVersion));
        var document = PolicyParser.Parse(Uri.UnescapeDataString(version.Document), PolicyKind.Identity);
        Assert.Contains(document.Statements, statement => statement.Actions.Covers("backup:CopyIntoBackupVault"));
    }

    [Fact]
    public void Every_policy_of_aws_can_be_read() => Assert.All(ManagedPolicy.All, policy => Assert.NotEmpty(policy.Read().Document.Statements));

    [Fact]
    public async Task Policy_that_is_not_there_is_refused()
    {
        var role = await sandbox.CreateRoleAsync("unattached");
        const string Missing = "arn:aws:iam::222222222222:policy/missing";
        await IamRefusals.RefusedAsync<NoSuchEntityException>(HttpStatusCode.NotFound, $"Policy {Missing} does not exist or is not attachable.", () => AttachAsync(role, Missing));
        await IamRefusals.RefusedAsync<NoSuchEntityException>(
            HttpStatusCode.NotFound, $"Policy {Missing} was not found.", () => iam.GetPolicyAsync(new GetPolicyRequest { PolicyArn = Missing }, Ct));
        await IamRefusals.RefusedAsync<NoSuchEntityException>(
            HttpStatusCode.NotFound, $"Policy {ForBackup} version v1 does not exist or is not attachable.",
            () => iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = ForBackup, VersionId = "v1" }, Ct));
        await IamRefusals.RefusedAsync("ValidationError", "ARN longpolicynamebutnoarn is not valid.", () => AttachAsync(role, "longpolicynamebutnoarn"));
        await IamRefusals.RefusedAsync(
            "ValidationError", @"1 validation error detected: Value at 'versionId' failed to satisfy constraint: Member must satisfy regular expression pattern: v[1-9][0-9]*(\.[A-Za-z0-9-]*)?",
            () => iam.GetPolicyVersionAsync(new GetPolicyVersionRequest { PolicyArn = ForBackup, VersionId = "latest" }, Ct));
    }

    [Fact]
    public async Task Policy_of_a_service_linked_role_is_for_that_alone()
    {
        var role = await sandbox.CreateRoleAsync("customer");
        await IamRefusals.RefusedAsync<PolicyNotAttachableException>(
            HttpStatusCode.BadRequest, "Cannot attach a Service Role Policy to a Customer Role.", () => AttachAsync(role, ForServiceLinked));
    }

    [Fact]
    public async Task Role_has_as_many_policies_as_its_account_allows()
    {
        Assert.Equal(10, new Sandbox.Accounts.Quotas().AttachedPolicies);
        var role = await sandbox.CreateRoleAsync("crowded");
        sandbox.Host.Control.SetQuotas("vault", attachedPolicies: 1);
        try
        {
            await AttachAsync(role, ForBackup);
            await AttachAsync(role, ForBackup);
            await IamRefusals.RefusedAsync<LimitExceededException>(HttpStatusCode.Conflict, "Cannot exceed quota for PoliciesPerRole: 1", () => AttachAsync(role, ForRestores));
        }
        finally
        {
            sandbox.Host.Control.SetQuotas("vault", attachedPolicies: 10);
        }
    }

    private Task<AttachRolePolicyResponse> AttachAsync(string role, string policy) =>
        iam.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = role, PolicyArn = policy }, Ct);
}
