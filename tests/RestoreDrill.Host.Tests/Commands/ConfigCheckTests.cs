using RestoreDrill.Core.Cloud;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class ConfigCheckTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("config-check.txt", "config", "check")]
    [InlineData("config-check.json", "config", "check", "--output", "json")]
    public async Task All_well_is_as_approved(string approved, params string[] arguments)
    {
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(arguments));

        Approved.Equal(approved, _line.Out.Replace(_line.Configuration.File, "appsettings.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        _line.Cloud.HasInstance = false;
        _line.Cloud.HasSubnetGroup = false;
        _line.Cloud.VaultKeyState = "PendingDeletion";
        _line.Schema.Pending.Add("0002_more");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("no such DB instance", _line.Out, StringComparison.Ordinal);
        Assert.Contains("no DB subnet group scratch", _line.Out, StringComparison.Ordinal);
        Assert.Contains("about to be DELETED", _line.Out, StringComparison.Ordinal);
        Assert.Contains("0002_more", _line.Out, StringComparison.Ordinal);
        Assert.Contains("4 problems", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_group_that_lets_a_restored_subscription_run_is_a_problem()
    {
        _line.Cloud.ReplicationWorkers = "4";

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("max_logical_replication_workers is 4", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_of_the_wrong_account_is_refused_by_a_safety_rule()
    {
        _line.Cloud.SourceAnswersFrom = InMemoryCloud.VaultAccount;

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync("config", "check"));

        Assert.Contains("the configuration says 111111111111", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_a_role_that_does_not_answer_is_not_checked_and_not_green()
    {
        _line.Cloud.VaultTrouble = new CloudException(CloudFault.AccessDenied, "sts:AssumeRole", "restoredrill-vault", "AccessDenied", "r-1", "not authorized");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("not checked: the vault role does not answer", _line.Out, StringComparison.Ordinal);
        Assert.Contains("request id r-1", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_asks_nobody()
    {
        _line.Cloud.VaultTrouble = new CloudException(CloudFault.Unreachable, "x", "y", null, null, "z");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("config", "check", "--offline"));
    }

    [Fact]
    public async Task Db_migrate_says_what_it_applied()
    {
        _line.Schema.Pending.Add("0001_runs");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("db", "migrate"));
        Assert.Contains("applied: 0001_runs", _line.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("db", "migrate"));
        Assert.Contains("up to date already", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Db_migrate_script_prints_the_sql_and_applies_nothing()
    {
        _line.Schema.Pending.Add("0001_runs");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("db", "migrate", "--script"));

        Assert.StartsWith("create schema", _line.Out, StringComparison.Ordinal);
        Assert.Single(_line.Schema.Pending);
    }
}
