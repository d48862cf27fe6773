using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Copying.Backups;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class TerraformGuardTests : IDisposable
{
    private const string Verb = "terraform-guard";

    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Harmless_plan_exits_0_and_says_so()
    {
        _line.Cloud.InSource["before-upgrade"] = Snapshot("before-upgrade");
        _line.Cloud.BackupVaults["prod"] = new BackupVault { Name = "prod", Arn = "arn:aws:backup:eu-west-1:111111111111:backup-vault:prod", IsLocked = false };

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(Verb, Fixture("plan-harmless.json", KnownToAws)));

        Assert.Contains("nothing that is protected is destroyed or weakened", _line.Out, StringComparison.Ordinal);
        Assert.Contains("5 ids checked", _line.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not checked", _line.Out, StringComparison.Ordinal);
        Assert.Equal("", _line.Error);
    }

    [Fact]
    public async Task Plan_of_a_destroy_exits_4_and_names_each_resource()
    {
        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture("plan-destroy.json"), "--offline"));

        Approved.Equal("terraform-guard-destroy.txt", Portable(_line.Out));
        Assert.Equal("", _line.Error);
    }

    [Fact]
    public async Task Refusal_is_a_document_for_machines()
    {
        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture("plan-destroy.json"), "--offline", "--output", "json"));

        Approved.Equal("terraform-guard-destroy.json", Portable(_line.Out));
    }

    [Theory]
    [InlineData("-")]
    [InlineData]
    public async Task Document_is_read_from_standard_input(params string[] arguments)
    {
        _line.In = Encoding.UTF8.GetBytes(Text("plan-destroy.json"));

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync([Verb, .. arguments, "--offline"]));
        Assert.Contains("standard input", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_on_standard_input_is_refused()
    {
        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, "--offline"));
        Assert.Contains("empty", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_instead_of_a_document_exits_2()
    {
        _line.InIsTerminal = true;

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync(Verb));
        Assert.Contains("terraform show -json", _line.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.json")]
    [InlineData(".")]
    public async Task File_that_cannot_be_opened_exits_2(string name)
    {
        Assert.Equal(ExitCodes.Refused, await _line.RunAsync(Verb, Path.Combine(_line.Configuration.Folder, name)));
        Assert.StartsWith("error: ", _line.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state.json")]
    [InlineData("shown-state.json")]
    public async Task State_that_aws_does_not_know_is_stale(string file)
    {
        _line.Cloud.HasInstance = false;

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture(file)));

        Assert.Contains("stale", _line.Out, StringComparison.Ordinal);
        Assert.Contains("module.db.aws_db_instance.courses", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_is_let_through_offline_and_says_not_checked_in_words_and_for_machines()
    {
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(Verb, Fixture("state.json"), "--offline"));
        Assert.Contains("not checked: --offline", _line.Out, StringComparison.Ordinal);
        Assert.Contains("Whether it is older than reality was not checked.", _line.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(Verb, Fixture("state.json"), "--offline", "-o", "json"));
        var stale = Document().GetProperty("stale");
        Assert.Equal(("notChecked", "--offline", 5), (stale.GetProperty("state").GetString(), stale.GetProperty("reason").GetString(), stale.GetProperty("notChecked").GetInt32()));
    }

    [Fact]
    public async Task Error_of_aws_is_not_checked_with_its_code_and_request_id()
    {
        _line.Cloud.SourceTrouble = new CloudException(CloudFault.AccessDenied, "sts:AssumeRole", "restoredrill-source", "AccessDenied", "req-7", "not you");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(Verb, Fixture("state.json")));

        Assert.Contains("not checked: sts:AssumeRole", _line.Out, StringComparison.Ordinal);
        Assert.Contains("AccessDenied", _line.Out, StringComparison.Ordinal);
        Assert.Contains("req-7", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Least_configuration_is_enough()
    {
        _line.Configuration.Document["RestoreDrill"] = JsonNode.Parse("""
            {
              "Source": { "AccountId": "111111111111", "Region": "eu-west-1" },
              "Vault": { "AccountId": "222222222222" },
              "Databases": [ { "Name": "courses", "Instance": "courses-prod" } ]
            }
            """);

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture("plan-destroy.json")));
        Assert.Contains("not checked: RestoreDrill:Source:RoleArn is not configured", _line.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(Verb, Fixture("plan-harmless.json")));
    }

    [Fact]
    public async Task Files_of_the_machine_that_drills_may_be_missing()
    {
        foreach (var file in (string[])["ca.crt", "credentials", "store.connection"])
        {
            File.Delete(Path.Combine(_line.Configuration.Folder, file));
        }

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(Verb, Fixture("plan-harmless.json")));
        Assert.Contains("not checked: RestoreDrill:Source:CredentialsFile", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Databases", "[]", "lists no database")]
    [InlineData("Source", "{}", "RestoreDrill:Source:AccountId")]
    [InlineData("Vault", "{}", "RestoreDrill:Vault:AccountId")]
    [InlineData("Terrafrom", "{}", "did you mean Terraform")]
    [InlineData("Terraform", "{\"MostDestroyed\":\"25\"}", "RestoreDrill:Terraform:MostDestroyed")]
    [InlineData("Terraform", "{\"FewDestroyed\":-1}", "RestoreDrill:Terraform:FewDestroyed")]
    [InlineData("Terraform", "{\"Protcet\":[]}", "did you mean Protect")]
    [InlineData("Terraform", "{\"Protect\":[\"arn:aws:s3:::x\"]}", "not a resource address")]
    public async Task Configuration_that_cannot_be_used_exits_2(string key, string value, string says)
    {
        _line.Configuration.Root[key] = JsonNode.Parse(value);

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync(Verb, Fixture("plan-harmless.json")));
        Assert.Contains(says, _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exemption_of_everything_is_unsafe()
    {
        _line.Configuration.Root["Terraform"] = JsonNode.Parse("{\"Exempt\":[\"*\"]}");

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture("plan-harmless.json")));
    }

    [Fact]
    public async Task One_account_for_source_and_vault_exits_4()
    {
        _line.Configuration.Root["Vault"]!["AccountId"] = "111111111111";

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture("plan-harmless.json")));
    }

    [Fact]
    public async Task Configured_share_and_addresses_are_used()
    {
        _line.Configuration.Root["Terraform"] = JsonNode.Parse("{\"MostDestroyed\":0.01,\"FewDestroyed\":0}");
        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture("plan-harmless.json"), "--offline", "-o", "json"));
        Assert.Equal(["share"], Rules());

        _line.Configuration.Root["Terraform"] = JsonNode.Parse("{\"Protect\":[\"aws_cloudwatch_log_group.web\"]}");
        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Fixture("plan-harmless.json"), "--offline", "-o", "json"));
        Assert.Equal(["destroyed"], Rules());
    }

    [Fact]
    public async Task Document_that_cannot_be_judged_exits_4()
    {
        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync(Verb, Write("plan.tfplan", "PK\u0003\u0004"), "-o", "json"));

        Assert.Equal(["unreadable"], Rules());
        Assert.Equal("unknown", Document().GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Every_rule_has_its_entry_in_the_runbook_and_in_the_documentation()
    {
        var rules = typeof(Core.Terraform.GuardRules).GetFields().Select(static field => (string)field.GetRawConstantValue()!).ToList();
        Assert.True(rules.Count > 20, "the rules were not found");

        foreach (var page in (string[])["runbooks/terraform-refused.md", "docs/terraform-guard.md"])
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, page), TestContext.Current.CancellationToken);
            Assert.All(rules, rule => Assert.True(text.Contains($"`{rule}`", StringComparison.Ordinal), $"{page} says nothing of {rule}"));
        }
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "RestoreDrill.Core.Tests", "Terraform", "Fixtures", name));

    // The instance in memory answers to every name, with this resource id.
    private static string KnownToAws(string document) => document.Replace("db-REPLICA", "db-ABC", StringComparison.Ordinal);

    private static CloudSnapshot Snapshot(string name) => new()
    {
        Name = name, Arn = $"arn:aws:rds:eu-west-1:111111111111:snapshot:{name}", Status = "available", EngineVersion = "15.18", MasterUser = "postgres", Tags = new Dictionary<string, string>(),
    };

    private string Fixture(string name, Func<string, string>? change = null) => Write(name, change is null ? Text(name) : change(Text(name)));

    private string Write(string name, string text)
    {
        _line.Configuration.Write(name, text);
        return Path.Combine(_line.Configuration.Folder, name);
    }

    private string Portable(string text) => text.Replace(_line.Configuration.Folder, "/folder", StringComparison.Ordinal);

    private JsonElement Document() => JsonDocument.Parse(_line.Out).RootElement;

    private List<string?> Rules() => [.. Document().GetProperty("refusals").EnumerateArray().Select(static refusal => refusal.GetProperty("rule").GetString())];
}
