using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;

namespace RestoreDrill.Sandbox.Tests.Iam;

[Collection(nameof(SharedIamSandbox))]
public sealed class IamInlinePolicyTests(IamSandbox sandbox)
{
    private readonly AmazonIdentityManagementServiceClient iam = sandbox.Vault;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Policy_is_put_read_replaced_listed_and_deleted()
    {
        var role = await sandbox.CreateRoleAsync("inline");
        var first = IamSandbox.Allowing("rds:Describe*");
        await PutAsync(role, "look", first);
        await PutAsync(role, "other", first);
        var read = await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = "look" }, Ct);
        Assert.Equal((role, "look", Uri.EscapeDataString(first)), (read.RoleName, read.PolicyName, read.PolicyDocument));
        Assert.Contains("%7B%22Version%22%3A%222012-10-17%22", read.PolicyDocument, StringComparison.Ordinal);

        var second = IamSandbox.Allowing("rds:CopyDBSnapshot");
        await PutAsync(role, "look", second);
        read = await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = "look" }, Ct);
        Assert.Equal(second, Uri.UnescapeDataString(read.PolicyDocument));

        var page = await iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = role, MaxItems = 1 }, Ct);
        Assert.Equal(("look", true), (Assert.Single(page.PolicyNames), page.IsTruncated));
        page = await iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = role, Marker = page.Marker }, Ct);
        Assert.Equal(("other", false), (Assert.Single(page.PolicyNames), page.IsTruncated));

        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = role, PolicyName = "look" }, Ct);
        const string Gone = "The role policy with name look cannot be found.";
        await IamRefusals.RefusedAsync<NoSuchEntityException>(
            HttpStatusCode.NotFound, Gone, () => iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = "look" }, Ct));
        await IamRefusals.RefusedAsync<NoSuchEntityException>(
            HttpStatusCode.NotFound, Gone, () => iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = role, PolicyName = "look" }, Ct));
    }

    [Fact]
    public async Task Role_that_is_not_there_has_no_policies()
    {
        const string Text = "The role with name nobody cannot be found.";
        Func<Task>[] calls =
        [
            () => PutAsync("nobody", "look", IamSandbox.Allowing("rds:*")),
            () => iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = "nobody", PolicyName = "look" }, Ct),
            () => iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = "nobody", PolicyName = "look" }, Ct),
            () => iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "nobody" }, Ct),
            () => iam.ListAttachedRolePoliciesAsync(new ListAttachedRolePoliciesRequest { RoleName = "nobody" }, Ct),
            () => iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest { RoleName = "nobody", PolicyDocument = "{}" }, Ct),
            () => iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = "nobody" }, Ct),
            () => iam.TagRoleAsync(new TagRoleRequest { RoleName = "nobody", Tags = [new Tag { Key = "a", Value = "b" }] }, Ct),
            () => iam.ListRoleTagsAsync(new ListRoleTagsRequest { RoleName = "nobody" }, Ct),
        ];
        foreach (var call in calls)
        {
            await IamRefusals.RefusedAsync<NoSuchEntityException>(HttpStatusCode.NotFound, Text, call);
        }
    }

    [Theory]
    [InlineData("not JSON", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*"}]}""", "Policy statement must contain actions.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*"}]}""", "Policy statement must contain resources.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Principal":"*"}]}""", "Policy document should not specify a principal.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Near":{"aws:SourceIp":"x"}}}]}""", "Unknown condition operator: Near.")]
    public async Task Malformed_policy_is_refused_and_changes_nothing(string policy, string text)
    {
        var role = await sandbox.CreateRoleAsync("malformed", IamSandbox.Allowing("rds:Describe*"));
        await IamRefusals.RefusedAsync<MalformedPolicyDocumentException>(HttpStatusCode.BadRequest, text, () => PutAsync(role, "own", policy));
        Assert.Contains("rds%3ADescribe", (await iam.GetRolePolicyAsync(new GetRolePolicyRequest { RoleName = role, PolicyName = "own" }, Ct)).PolicyDocument, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policies_of_a_role_have_10240_characters_in_all_without_white_space()
    {
        var role = await sandbox.CreateRoleAsync("large");
        await PutAsync(role, "first", Sized(6000));
        await PutAsync(role, "second", Sized(4240) + new string(' ', 500));
        await IamRefusals.RefusedAsync<LimitExceededException>(
            HttpStatusCode.Conflict, $"Maximum policy size of 10240 bytes exceeded for role {role}", () => PutAsync(role, "third", Sized(200)));
        await IamRefusals.RefusedAsync<LimitExceededException>(
            HttpStatusCode.Conflict, $"Maximum policy size of 10240 bytes exceeded for role {role}", () => PutAsync(role, "second", Sized(4241)));
        await PutAsync(role, "second", Sized(4000));
        await PutAsync(role, "third", Sized(240));
    }

    [Fact]
    public async Task Policy_name_is_bounded()
    {
        var role = await sandbox.CreateRoleAsync("named");
        await PutAsync(role, new string('p', 128), IamSandbox.Allowing("rds:*"));
        await IamRefusals.RefusedAsync(
            "ValidationError", "1 validation error detected: Value at 'policyName' failed to satisfy constraint: Member must have length less than or equal to 128",
            () => PutAsync(role, new string('p', 129), IamSandbox.Allowing("rds:*")));
        await IamRefusals.RefusedAsync(
            "ValidationError", "The specified value for policyName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-",
            () => PutAsync(role, "a policy", IamSandbox.Allowing("rds:*")));
    }

    [Fact]
    public async Task Policy_counts_at_once_and_for_sessions_that_are_there()
    {
        var role = await sandbox.CreateRoleAsync("at-once");
        using var session = await sandbox.InRoleAsync(role);
        Task<ListRolesResponse> List() => session.ListRolesAsync(new ListRolesRequest(), Ct);

        await IamRefusals.DeniedAsync("iam:ListRoles", List);
        await PutAsync(role, "own", IamSandbox.Allowing("iam:ListRoles"));
        await List();
        await PutAsync(role, "stop", IamSandbox.Allowing("iam:ListRoles").Replace("Allow", "Deny", StringComparison.Ordinal));
        await IamRefusals.DeniedAsync("iam:ListRoles", List);
        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = role, PolicyName = "stop" }, Ct);
        await List();
        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = role, PolicyName = "own" }, Ct);
        await IamRefusals.DeniedAsync("iam:ListRoles", List);
    }

    private Task<PutRolePolicyResponse> PutAsync(string role, string name, string policy) =>
        iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = role, PolicyName = name, PolicyDocument = policy }, Ct);

    /// <summary>A policy of that many characters.</summary>
    private static string Sized(int length)
    {
        var empty = IamSandbox.Allowing("rds:*", "arn:aws:rds:*:*:db:");
        return IamSandbox.Allowing("rds:*", "arn:aws:rds:*:*:db:" + new string('x', length - empty.Length));
    }
}
