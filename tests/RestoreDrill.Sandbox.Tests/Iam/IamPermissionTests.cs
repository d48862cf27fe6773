using Amazon.IdentityManagement.Model;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>What the operations of IAM ask a caller's policies for.</summary>
[Collection(nameof(SharedIamSandbox))]
public sealed class IamPermissionTests(IamSandbox sandbox)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Action_is_asked_for_on_the_role_with_its_path()
    {
        var deep = await sandbox.CreateRoleAsync("deep", path: "/mine/");
        var other = await sandbox.CreateRoleAsync("other");
        using var session = await sandbox.InRoleAsync(await sandbox.CreateRoleAsync("operator", IamSandbox.Allowing("iam:GetRole", "arn:aws:iam::222222222222:role/mine/*")));
        await session.GetRoleAsync(new GetRoleRequest { RoleName = deep }, Ct);
        await IamRefusals.DeniedAsync(
            $"iam:GetRole on resource: arn:aws:iam::222222222222:role/{other}", () => session.GetRoleAsync(new GetRoleRequest { RoleName = other }, Ct));
        await IamRefusals.DeniedAsync(
            $"iam:DeleteRole on resource: arn:aws:iam::222222222222:role/mine/{deep}", () => session.DeleteRoleAsync(new DeleteRoleRequest { RoleName = deep }, Ct));
    }

    [Theory]
    [InlineData("aws:ResourceTag/team")]
    [InlineData("iam:ResourceTag/team")]
    public async Task Tags_of_the_role_are_condition_keys(string key)
    {
        var ours = await sandbox.CreateRoleAsync("ours");
        var theirs = await sandbox.CreateRoleAsync("theirs");
        await sandbox.Vault.TagRoleAsync(new TagRoleRequest { RoleName = ours, Tags = [new Tag { Key = "team", Value = "data" }] }, Ct);
        var policy = IamSandbox.Allowing("iam:UpdateRole", condition: $$$"""{"StringEquals":{"{{{key}}}":"data"}}""");
        using var session = await sandbox.InRoleAsync(await sandbox.CreateRoleAsync("operator", policy));
        await session.UpdateRoleAsync(new UpdateRoleRequest { RoleName = ours, Description = "x" }, Ct);
        await IamRefusals.DeniedAsync("iam:UpdateRole", () => session.UpdateRoleAsync(new UpdateRoleRequest { RoleName = theirs, Description = "x" }, Ct));
    }

    [Fact]
    public async Task Policy_that_is_attached_is_a_condition_key()
    {
        var role = await sandbox.CreateRoleAsync("attached");
        var policy = IamSandbox.Allowing("iam:*RolePolicy", condition: $$$"""{"ArnEquals":{"iam:PolicyARN":"{{{IamManagedPolicyTests.ForBackup}}}"}}""");
        using var session = await sandbox.InRoleAsync(await sandbox.CreateRoleAsync("operator", policy));
        await session.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = role, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        await session.DetachRolePolicyAsync(new DetachRolePolicyRequest { RoleName = role, PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        await IamRefusals.DeniedAsync(
            "iam:AttachRolePolicy", () => session.AttachRolePolicyAsync(new AttachRolePolicyRequest { RoleName = role, PolicyArn = IamManagedPolicyTests.ForRestores }, Ct));
        await IamRefusals.DeniedAsync(
            "iam:PutRolePolicy", () => session.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = role, PolicyName = "own", PolicyDocument = IamSandbox.Allowing("*") }, Ct));
    }

    [Fact]
    public async Task Role_that_is_created_with_tags_needs_leave_to_tag()
    {
        var name = await sandbox.CreateRoleAsync("operator", IamSandbox.Allowing("iam:CreateRole", condition: """{"StringEqualsIfExists":{"aws:RequestTag/team":"data"}}"""));
        using var session = await sandbox.InRoleAsync(name);
        CreateRoleRequest Request(string team) => new()
        {
            RoleName = IamSandbox.NewName("made"), AssumeRolePolicyDocument = IamSandbox.Trust("222222222222"), Tags = [new Tag { Key = "team", Value = team }],
        };

        await session.CreateRoleAsync(new CreateRoleRequest { RoleName = IamSandbox.NewName("made"), AssumeRolePolicyDocument = IamSandbox.Trust("222222222222") }, Ct);
        await IamRefusals.DeniedAsync("iam:TagRole", () => session.CreateRoleAsync(Request("data"), Ct));
        await sandbox.Vault.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = name, PolicyName = "tag", PolicyDocument = IamSandbox.Allowing("iam:TagRole") }, Ct);
        await session.CreateRoleAsync(Request("data"), Ct);
        await IamRefusals.DeniedAsync("iam:CreateRole", () => session.CreateRoleAsync(Request("sales"), Ct));
    }

    [Fact]
    public async Task Calls_of_iam_count_as_of_us_east_1()
    {
        var policy = IamSandbox.Allowing("iam:ListRoles", condition: """{"StringEquals":{"aws:RequestedRegion":"us-east-1"}}""");
        var credentials = await sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, await sandbox.CreateRoleAsync("operator", policy)));
        using var elsewhere = new Amazon.IdentityManagement.AmazonIdentityManagementServiceClient(
            credentials, new Amazon.IdentityManagement.AmazonIdentityManagementServiceConfig { ServiceURL = sandbox.Host.BaseAddress.AbsoluteUri, AuthenticationRegion = "eu-west-1" });
        await elsewhere.ListRolesAsync(new ListRolesRequest(), Ct);
    }

    [Fact]
    public async Task Policy_of_aws_is_a_resource()
    {
        using var session = await sandbox.InRoleAsync(
            await sandbox.CreateRoleAsync("operator", IamSandbox.Allowing("iam:GetPolicy*", "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup")));
        await session.GetPolicyAsync(new GetPolicyRequest { PolicyArn = IamManagedPolicyTests.ForBackup }, Ct);
        await IamRefusals.DeniedAsync(
            $"iam:GetPolicy on resource: {IamManagedPolicyTests.ForRestores}", () => session.GetPolicyAsync(new GetPolicyRequest { PolicyArn = IamManagedPolicyTests.ForRestores }, Ct));
    }

    [Fact]
    public async Task Call_is_logged_with_its_operation_and_role()
    {
        var role = await sandbox.CreateRoleAsync("logged", path: "/deep/");
        sandbox.Host.Control.ClearCalls();
        await sandbox.Vault.GetRoleAsync(new GetRoleRequest { RoleName = role }, Ct);
        var call = Assert.Single(sandbox.Host.Control.Calls);
        Assert.Equal(("iam", "GetRole", $"arn:aws:iam::222222222222:role/deep/{role}", "ok"), (call.Service, call.Action, call.Resource, call.Outcome));
    }
}
