using System.Net;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Tests.Iam;

[Collection(nameof(SharedIamSandbox))]
public sealed class IamTrustTests(IamSandbox sandbox)
{
    private const string SourceAdministrator = "arn:aws:iam::111111111111:user/administrator";
    private readonly AmazonIdentityManagementServiceClient iam = sandbox.Vault;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_trust_lets_somebody_in_and_keeps_somebody_out()
    {
        var role = await sandbox.CreateRoleAsync("changed");
        Task<AWSCredentials> FromSource() => sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, role), sandbox.KeysOf(Account.Source));

        await IamRefusals.DeniedAsync("sts:AssumeRole", FromSource);
        await TrustAsync(role, IamSandbox.Trust(SourceAdministrator));
        await FromSource();
        await TrustAsync(role, IamSandbox.Trust("222222222222"));
        await IamRefusals.DeniedAsync("sts:AssumeRole", FromSource);
    }

    [Fact]
    public async Task Session_goes_on_when_its_role_trusts_nobody_of_it_any_more()
    {
        var role = await sandbox.CreateRoleAsync("withdrawn", IamSandbox.Allowing("iam:ListRoles"));
        using var session = await sandbox.InRoleAsync(role);
        await TrustAsync(role, IamSandbox.Trust("333333333333"));
        await session.ListRolesAsync(new ListRolesRequest(), Ct);
        await IamRefusals.DeniedAsync("sts:AssumeRole", () => sandbox.InRoleAsync(role));
    }

    [Fact]
    public async Task Session_of_a_role_that_is_gone_may_do_nothing_even_when_the_name_is_back()
    {
        var policy = IamSandbox.Allowing("iam:ListRoles");
        var role = await sandbox.CreateRoleAsync("replaced", policy);
        using var session = await sandbox.InRoleAsync(role);
        await session.ListRolesAsync(new ListRolesRequest(), Ct);
        await DeleteAsync(role);
        await IamRefusals.DeniedAsync("iam:ListRoles", () => session.ListRolesAsync(new ListRolesRequest(), Ct));

        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = role, AssumeRolePolicyDocument = IamSandbox.Trust("222222222222") }, Ct);
        await iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = role, PolicyName = "own", PolicyDocument = policy }, Ct);
        await IamRefusals.DeniedAsync("iam:ListRoles", () => session.ListRolesAsync(new ListRolesRequest(), Ct));
        using var fresh = await sandbox.InRoleAsync(role);
        await fresh.ListRolesAsync(new ListRolesRequest(), Ct);
    }

    [Fact]
    public async Task Trusted_role_that_is_gone_is_an_id_and_its_successor_is_not_let_in()
    {
        var caller = await sandbox.CreateRoleAsync("caller", IamSandbox.Allowing("sts:AssumeRole"));
        var id = (await iam.GetRoleAsync(new GetRoleRequest { RoleName = caller }, Ct)).Role.RoleId;
        var target = await sandbox.CreateRoleAsync("target", trust: IamSandbox.Trust(IamSandbox.RoleArn(Account.Vault, caller)));
        async Task<AWSCredentials> Chain() => await sandbox.AssumeAsync(
            IamSandbox.RoleArn(Account.Vault, target), await sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, caller)));
        await Chain();

        await DeleteAsync(caller);
        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = caller, AssumeRolePolicyDocument = IamSandbox.Trust("222222222222") }, Ct);
        await iam.PutRolePolicyAsync(new PutRolePolicyRequest { RoleName = caller, PolicyName = "own", PolicyDocument = IamSandbox.Allowing("sts:AssumeRole") }, Ct);
        await IamRefusals.DeniedAsync("sts:AssumeRole", Chain);
        var trust = Uri.UnescapeDataString((await iam.GetRoleAsync(new GetRoleRequest { RoleName = target }, Ct)).Role.AssumeRolePolicyDocument);
        Assert.Equal(IamSandbox.Trust(id), trust);
        await IamRefusals.RefusedAsync<MalformedPolicyDocumentException>(
            HttpStatusCode.BadRequest, $"Invalid principal in policy: \"AWS\":\"{id}\"", () => TrustAsync(target, trust));
    }

    [Theory]
    [InlineData("444444444444")]
    [InlineData("arn:aws:iam::444444444444:root")]
    [InlineData("arn:aws:iam::222222222222:role/nobody")]
    [InlineData("arn:aws:iam::222222222222:role/path/restoredrill-vault")]
    [InlineData("arn:aws:iam::111111111111:role/restoredrill-vault")]
    [InlineData("arn:aws:iam::222222222222:user/somebody")]
    [InlineData("arn:aws:sts::222222222222:assumed-role/nobody/session")]
    [InlineData("restoredrill-vault")]
    public async Task Principal_that_is_not_there_is_refused(string principal)
    {
        var role = await sandbox.CreateRoleAsync("trusting");
        var text = $"Invalid principal in policy: \"AWS\":\"{principal}\"";
        await IamRefusals.RefusedAsync<MalformedPolicyDocumentException>(HttpStatusCode.BadRequest, text, () => TrustAsync(role, IamSandbox.Trust(principal)));
        await IamRefusals.RefusedAsync<MalformedPolicyDocumentException>(
            HttpStatusCode.BadRequest, text, () => sandbox.CreateRoleAsync("never", trust: IamSandbox.Trust(principal)));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("111111111111")]
    [InlineData("arn:aws:iam::333333333333:root")]
    [InlineData(SourceAdministrator)]
    [InlineData("arn:aws:iam::222222222222:role/restoredrill-vault")]
    [InlineData("arn:aws:iam::222222222222:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup")]
    [InlineData("arn:aws:sts::222222222222:assumed-role/restoredrill-vault/session")]
    public async Task Principal_that_is_there_is_taken(string principal) => await sandbox.CreateRoleAsync("trusting", trust: IamSandbox.Trust(principal));

    [Theory]
    [InlineData("not JSON", "This policy contains invalid Json")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole","Resource":"*"}]}""", "Has prohibited field Resource")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:ListBucket"}]}""", "AssumeRole policy may only specify STS AssumeRole actions.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.example.com"},"Action":"sts:AssumeRole"}]}""", "Invalid principal in policy: \"Service\":\"backup.example.com\"")]
    public async Task Malformed_trust_is_refused_and_changes_nothing(string policy, string text)
    {
        var role = await sandbox.CreateRoleAsync("trusting");
        await IamRefusals.RefusedAsync<MalformedPolicyDocumentException>(HttpStatusCode.BadRequest, text, () => TrustAsync(role, policy));
        await sandbox.InRoleAsync(role);
    }

    [Fact]
    public async Task Trust_has_2048_characters_without_white_space()
    {
        var role = await sandbox.CreateRoleAsync("trusting");
        var statement = """{"Effect":"Allow","Principal":{"AWS":"222222222222"},"Action":"sts:AssumeRole"}""";
        string Policy(int statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(", \n ", Enumerable.Repeat(statement, statements))}}]}""";
        await TrustAsync(role, Policy(25));
        await IamRefusals.RefusedAsync<LimitExceededException>(HttpStatusCode.Conflict, "Cannot exceed quota for ACLSizePerRole: 2048", () => TrustAsync(role, Policy(26)));
    }

    [Fact]
    public async Task Role_with_a_path_is_assumed_by_its_arn_and_its_sessions_lack_the_path()
    {
        var role = await sandbox.CreateRoleAsync("deep", IamSandbox.Allowing("iam:GetRole", "arn:aws:iam::222222222222:role/restore/*"), path: "/restore/");
        await IamRefusals.DeniedAsync("sts:AssumeRole", () => sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, role)));
        var session = await sandbox.AssumeAsync($"arn:aws:iam::222222222222:role/restore/{role}");
        var identity = await sandbox.Sts(session).GetCallerIdentityAsync(new(), Ct);
        Assert.Equal($"arn:aws:sts::222222222222:assumed-role/{role}/a-test", identity.Arn);
        await sandbox.Iam(session).GetRoleAsync(new GetRoleRequest { RoleName = role }, Ct);

        var target = await sandbox.CreateRoleAsync("target", trust: IamSandbox.Trust($"arn:aws:iam::222222222222:role/restore/{role}"));
        await sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, target), session);
    }

    [Theory]
    [InlineData(899, "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900")]
    [InlineData(43201, "1 validation error detected: Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200")]
    [InlineData(3601, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")]
    public async Task Session_that_is_too_long_is_refused(int seconds, string text)
    {
        var role = await sandbox.CreateRoleAsync("hour");
        await IamRefusals.RefusedAsync("ValidationError", text, () => sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, role), seconds: seconds));
    }

    [Fact]
    public async Task Session_lasts_as_long_as_its_role_allows_but_an_hour_in_a_chain()
    {
        var role = await sandbox.CreateRoleAsync("long", IamSandbox.Allowing("sts:AssumeRole"));
        await TrustAsync(role, IamSandbox.Trust("222222222222"));
        await iam.UpdateRoleAsync(new UpdateRoleRequest { RoleName = role, MaxSessionDuration = 7200 }, Ct);
        var session = await sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, role), seconds: 7200);
        await IamRefusals.RefusedAsync(
            "ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
            () => sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, role), session, 3601));
        await sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, role), session, 3600);
    }

    private Task<UpdateAssumeRolePolicyResponse> TrustAsync(string role, string policy) =>
        iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest { RoleName = role, PolicyDocument = policy }, Ct);

    private async Task DeleteAsync(string role)
    {
        await iam.DeleteRolePolicyAsync(new DeleteRolePolicyRequest { RoleName = role, PolicyName = "own" }, Ct);
        await iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = role }, Ct);
    }
}
