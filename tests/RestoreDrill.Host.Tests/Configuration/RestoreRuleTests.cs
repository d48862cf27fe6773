using System.Text.Json.Nodes;

namespace RestoreDrill.Host.Tests.Configuration;

/// <summary>The section <c>Restore</c>.</summary>
public sealed class RestoreRuleTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    private JsonObject Written => _folder.Root["Restore"]!.AsObject();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_not_set_is_what_production_needs()
    {
        var options = _folder.Load().Installation.Restore!;

        Assert.Equal(("db.r6g.large", "restored", "courses-{family}"), (options.InstanceClass, options.SubnetGroup, options.ParameterGroup));
        Assert.Equal(["sg-0abcdef34"], options.SecurityGroups);
        Assert.Equal((true, 7, false), (options.MultiAz, options.BackupRetentionDays, options.IamAuthentication));
        Assert.Equal((TimeSpan.FromHours(4), TimeSpan.FromHours(4)), (options.PlanExpires, options.RtoTarget));
        Assert.Equal(Path.Combine(_folder.Folder, "restored.password"), options.PasswordFile);
    }

    [Fact]
    public void What_is_set_is_kept()
    {
        Written["MultiAz"] = "false";
        Written["BackupRetentionDays"] = "35";
        Written["IamAuthentication"] = "true";
        Written["PlanExpires"] = "7.00:00:00";
        Written.Remove("PasswordFile");
        Written.Remove("RtoTarget");

        var options = _folder.Load().Installation.Restore!;

        Assert.Equal((false, 35, true), (options.MultiAz, options.BackupRetentionDays, options.IamAuthentication));
        Assert.Equal((TimeSpan.FromDays(7), null, null), (options.PlanExpires, options.RtoTarget, options.PasswordFile));
    }

    [Fact]
    public void Without_the_section_there_is_no_emergency_restore()
    {
        _folder.Root.Remove("Restore");

        var configured = _folder.Load();

        Assert.Null(configured.Restore);
        Assert.Null(configured.Installation.Restore);
    }

    [Fact]
    public void An_empty_section_is_one_that_lacks_its_keys()
    {
        _folder.Root["Restore"] = new JsonObject();

        Assert.Equal(
            ["RoleArn", "InstanceClass", "SubnetGroup", "ParameterGroup", "SecurityGroups"],
            _folder.Problems().Select(static problem => problem.Key.Split(':')[^1]));
    }

    [Fact]
    public void Role_is_taken_on_with_a_second_factor_and_the_vaults_credentials_unless_others_are_named()
    {
        _folder.Root["Vault"]!["ExternalId"] = "of-the-service";
        var unset = _folder.Load().Restore!;
        Written["Profile"] = "me";
        Written["CredentialsFile"] = "not-here/credentials";
        Written["MfaDevice"] = "arn:aws:iam::222222222222:mfa/kim";

        var set = _folder.Load().Restore!;

        Assert.Equal("arn:aws:iam::222222222222:role/restoredrill-restore", unset.RoleArn);
        Assert.Equal(("vault", Path.Combine(_folder.Folder, "credentials"), null), (unset.Profile, unset.CredentialsFile, unset.MfaDevice));
        Assert.Equal((true, null), (unset.NeedsSecondFactor, unset.ExternalId));
        Assert.Equal(("me", Path.Combine(_folder.Folder, "not-here", "credentials")), (set.Profile, set.CredentialsFile));
        Assert.Equal("arn:aws:iam::222222222222:mfa/kim", set.MfaDevice);
        Assert.False(_folder.Load().Drill.NeedsSecondFactor);
    }

    [Theory]
    [InlineData("CopyRoleArn")]
    [InlineData("DrillRoleArn")]
    public void Role_that_the_service_has_is_refused(string key)
    {
        Written["RoleArn"] = _folder.Root["Vault"]![key]!.GetValue<string>();

        var problem = _folder.OnlyProblem("RestoreDrill:Restore:RoleArn");

        Assert.True(problem.IsSafetyRule);
        Assert.Contains($"Vault:{key}", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RoleArn", "arn:aws:iam::111111111111:role/restoredrill-restore", "account 111111111111, but RestoreDrill:Vault:AccountId is 222222222222")]
    [InlineData("RoleArn", "restoredrill-restore", "ARN")]
    [InlineData("MfaDevice", "phone", "not a device")]
    [InlineData("InstanceClass", "r6g.large", "db.r6g.large")]
    [InlineData("SubnetGroup", "a/b", "cannot be used")]
    [InlineData("ParameterGroup", "default.postgres15", "courses-{family}")]
    [InlineData("ParameterGroup", "restoredrill-{family}", "Scratch:ParameterGroup")]
    [InlineData("BackupRetentionDays", "0", "1 to 35")]
    [InlineData("BackupRetentionDays", "36", "1 to 35")]
    [InlineData("MultiAz", "maybe", "true or false")]
    [InlineData("PlanExpires", "00:04:59", "00:05:00 or more")]
    [InlineData("PlanExpires", "7.00:00:01", "7.00:00:00 or less")]
    [InlineData("RtoTarget", "0", "hours:minutes:seconds")]
    public void Value_that_cannot_be_used_is_told_with_what_to_write(string key, string value, string words)
    {
        Written[key] = value;

        Assert.Contains(words, _folder.OnlyProblem($"RestoreDrill:Restore:{key}").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_file_without_a_profile_is_told()
    {
        _folder.Root["Vault"]!.AsObject().Remove("Profile");
        _folder.Root["Vault"]!.AsObject().Remove("CredentialsFile");
        Written["CredentialsFile"] = "mine";

        _folder.OnlyProblem("RestoreDrill:Restore:Profile");
    }
}
