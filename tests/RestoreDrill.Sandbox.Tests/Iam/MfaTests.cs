using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Commands;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Iam.Mfa;

namespace RestoreDrill.Sandbox.Tests.Iam;

/// <summary>AssumeRole with a second factor.</summary>
[Collection(nameof(SharedIamSandbox))]
public sealed class MfaTests(IamSandbox sandbox)
{
    private const string Required = """{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"900"}}""";
    private const string WrongCode = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    private const string WrongDevice = "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";
    private const string HalfGiven = "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";
    private static readonly string[] OutOfUse = ["000000", "111111", "222222", "333333"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SandboxControl Control => sandbox.Host.Control;

    [Fact]
    public async Task Role_that_wants_a_second_factor_opens_to_a_code_alone()
    {
        var role = await RoleAsync(Required);
        await IamRefusals.DeniedAsync("sts:AssumeRole", () => AssumeAsync(role, null, null));
        var fresh = Fresh();
        var session = await AssumeAsync(role, fresh.SerialNumber, fresh.Code);
        Assert.Equal($"arn:aws:sts::222222222222:assumed-role/{role}/a-test", (await sandbox.Sts(session).GetCallerIdentityAsync(new(), Ct)).Arn);
    }

    [Fact]
    public async Task Code_is_good_once()
    {
        var role = await RoleAsync(Required);
        var fresh = Fresh();
        await AssumeAsync(role, fresh.SerialNumber, fresh.Code);
        await DeniedAsync(WrongCode, () => AssumeAsync(role, fresh.SerialNumber, fresh.Code));
        var next = Fresh();
        await AssumeAsync(role, next.SerialNumber, next.Code);
    }

    [Fact]
    public async Task Code_is_good_for_a_step_of_time_beside_its_own()
    {
        var role = await RoleAsync(Required);
        var before = Fresh();
        Control.Advance(TimeSpan.FromSeconds(30));
        await AssumeAsync(role, before.SerialNumber, before.Code);
        var old = Fresh();
        Control.Advance(TimeSpan.FromSeconds(60));
        await DeniedAsync(WrongCode, () => AssumeAsync(role, old.SerialNumber, old.Code));
    }

    [Fact]
    public async Task Wrong_code_is_refused_even_where_none_is_asked_for()
    {
        var fresh = Fresh();
        var wrong = OutOfUse.First(code => code != fresh.Code);
        var role = await RoleAsync("{}");
        await DeniedAsync(WrongCode, () => AssumeAsync(role, fresh.SerialNumber, wrong));
        await AssumeAsync(role, null, null);
    }

    [Fact]
    public async Task Serial_number_and_code_come_together()
    {
        var role = await RoleAsync(Required);
        var fresh = Fresh();
        await DeniedAsync(HalfGiven, () => AssumeAsync(role, fresh.SerialNumber, null));
        await DeniedAsync(HalfGiven, () => AssumeAsync(role, null, fresh.Code));
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:mfa/somebody")]
    [InlineData("arn:aws:iam::111111111111:mfa/administrator")]
    [InlineData("arn:aws:iam::222222222222:user/administrator")]
    public async Task Device_of_somebody_else_proves_nothing(string serial)
    {
        var role = await RoleAsync(Required);
        await DeniedAsync(WrongDevice, () => AssumeAsync(role, serial, Fresh().Code));
    }

    [Theory]
    [InlineData("12345", "have length greater than or equal to 6")]
    [InlineData("1234567", "have length less than or equal to 6")]
    [InlineData("12345x", @"satisfy regular expression pattern: [\d]*")]
    public async Task Code_that_is_not_six_digits_is_refused(string code, string must) => await IamRefusals.RefusedAsync(
        "ValidationError", $"1 validation error detected: Value '{code}' at 'tokenCode' failed to satisfy constraint: Member must {must}",
        () => AssumeAsync("restoredrill-vault", Fresh().SerialNumber, code));

    [Fact]
    public async Task Trust_that_shuts_out_who_comes_without_is_met_by_a_code()
    {
        var role = await RoleAsync("{}");
        var deny = """{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}""";
        var open = IamSandbox.Trust("222222222222");
        await sandbox.Vault.UpdateAssumeRolePolicyAsync(
            new UpdateAssumeRolePolicyRequest { RoleName = role, PolicyDocument = open.Replace("}]}", "}," + deny + "]}", StringComparison.Ordinal) }, Ct);
        var refusal = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => AssumeAsync(role, null, null));
        Assert.Contains("with an explicit deny in the role trust policy", refusal.Message, StringComparison.Ordinal);
        var fresh = Fresh();
        await AssumeAsync(role, fresh.SerialNumber, fresh.Code);
    }

    [Fact]
    public async Task Trust_that_wants_it_fresher_than_at_once_stays_shut()
    {
        var role = await RoleAsync("""{"NumericLessThan":{"aws:MultiFactorAuthAge":"0"}}""");
        var fresh = Fresh();
        await IamRefusals.DeniedAsync("sts:AssumeRole", () => AssumeAsync(role, fresh.SerialNumber, fresh.Code));
    }

    /// <summary>IAM user guide, "Secure API access with MFA": the sessions that AssumeRole makes do not include MFA information in the context.</summary>
    [Fact]
    public async Task Session_does_not_say_that_it_was_made_with_a_code()
    {
        var role = await sandbox.CreateRoleAsync("asking", IamSandbox.Allowing("iam:ListRoles", condition: """{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"""));
        var fresh = Fresh();
        using var session = sandbox.Iam(await AssumeAsync(role, fresh.SerialNumber, fresh.Code));
        await IamRefusals.DeniedAsync("iam:ListRoles", () => session.ListRolesAsync(new ListRolesRequest(), Ct));
    }

    [Fact]
    public async Task Session_has_no_device()
    {
        var first = await sandbox.CreateRoleAsync("first", IamSandbox.Allowing("sts:AssumeRole"));
        var second = await sandbox.CreateRoleAsync("second", trust: IamSandbox.Trust(IamSandbox.RoleArn(Account.Vault, first)));
        var session = await sandbox.AssumeAsync(IamSandbox.RoleArn(Account.Vault, first));
        var fresh = Fresh();
        await DeniedAsync(WrongDevice, () => AssumeAsync(second, fresh.SerialNumber, fresh.Code, session));
        await AssumeAsync(second, null, null, session);
    }

    [Fact]
    public async Task Control_endpoint_shows_what_the_devices_show()
    {
        using var http = new HttpClient { BaseAddress = sandbox.Host.BaseAddress };
        var before = Control.Now;
        var shown = await http.GetFromJsonAsync<List<MfaCode>>("/control/mfa", JsonSerializerOptions.Web, Ct);
        Assert.Equal(
            ["arn:aws:iam::111111111111:mfa/administrator", "arn:aws:iam::222222222222:mfa/administrator", "arn:aws:iam::333333333333:mfa/administrator"],
            shown!.Select(code => code.SerialNumber));
        Assert.All(shown!, code =>
        {
            Assert.Matches("^[A-Z2-7]{32}$", code.Secret);
            Assert.Matches("^[0-9]{6}$", code.Code);
            Assert.InRange(code.Until, before, Control.Now.AddSeconds(30));
        });
        Assert.Equal(3, shown!.Select(code => code.Secret).Distinct().Count());
    }

    [Fact]
    public async Task Verb_prints_the_code_alone()
    {
        var fresh = Fresh();
        await using var output = new StringWriter();
        var parsed = MfaCommand.Create().Parse(["--account", "vault", "--endpoint", sandbox.Host.BaseAddress.AbsoluteUri]);
        parsed.InvocationConfiguration.Output = output;
        Assert.Equal(0, await parsed.InvokeAsync(cancellationToken: Ct));
        Assert.Equal(fresh.Code, output.ToString().Trim());
    }

    [Theory]
    [InlineData("Policy")]
    [InlineData("Tags")]
    public async Task Session_policy_or_tag_is_refused_rather_than_passed_over(string what)
    {
        var request = new AssumeRoleRequest { RoleArn = IamSandbox.RoleArn(Account.Vault, "restoredrill-vault"), RoleSessionName = "a-test" };
        if (what == "Policy")
        {
            request.Policy = IamSandbox.Allowing("rds:*");
        }
        else
        {
            request.Tags = [new Amazon.SecurityToken.Model.Tag { Key = "a", Value = "b" }];
        }

        await IamRefusals.RefusedAsync(
            "ValidationError", string.Create(CultureInfo.InvariantCulture, $"This sandbox has neither session policies nor session tags: {what} is not supported."),
            () => sandbox.Sts(sandbox.KeysOf(Account.Vault)).AssumeRoleAsync(request, Ct));
    }

    /// <summary>A code of the vault's administrator that no test has used, at the beginning of its half minute.</summary>
    private MfaCode Fresh()
    {
        var (later, step) = (Control.Now.AddSeconds(60), TimeCode.Step.Ticks);
        Control.Advance(TimeSpan.FromSeconds(60) + TimeSpan.FromTicks(step - (later.Ticks % step)));
        return Control.MfaCodes.Single(code => code.Account == Account.Vault.Id);
    }

    private Task<string> RoleAsync(string condition) => sandbox.CreateRoleAsync("guarded", trust: IamSandbox.Trust("222222222222", condition));

    private async Task<AWSCredentials> AssumeAsync(string role, string? serial, string? code, AWSCredentials? caller = null) =>
        (await sandbox.Sts(caller ?? sandbox.KeysOf(Account.Vault)).AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = IamSandbox.RoleArn(Account.Vault, role), RoleSessionName = "a-test", SerialNumber = serial, TokenCode = code }, Ct)).Credentials;

    private static Task DeniedAsync(string text, Func<Task> call) => IamRefusals.RefusedAsync("AccessDenied", text, call);
}
