using System.Text.Json;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Configuration;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class ErrorsTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData]
    [InlineData("copi", "courses")]
    [InlineData("copy")]
    [InlineData("drill", "courses", "--copy", "x", "--random")]
    [InlineData("drill", "courses", "--service", "--random")]
    [InlineData("drill", "courses", "--copy")]
    [InlineData("drill", "courses", "--random", "--copy")]
    [InlineData("restore", "plan", "courses", "--copy")]
    [InlineData("restore", "plan", "courses", "--copy", "x", "--before")]
    [InlineData("restore", "plan", "courses", "--copy", "x", "--before", "yesterday")]
    [InlineData("restore", "plan", "courses", "--name")]
    [InlineData("restore", "run")]
    [InlineData("runs", "--limit", "0")]
    [InlineData("runs", "--kind", "backup")]
    [InlineData("status", "--output", "xml")]
    [InlineData("status", "extra")]
    public async Task Wrong_usage_exits_2_and_points_to_help(params string[] arguments)
    {
        Assert.Equal(ExitCodes.Refused, await _line.RunAsync(arguments));

        Assert.StartsWith("error: ", _line.Error, StringComparison.Ordinal);
        Assert.Contains("--help", _line.Error, StringComparison.Ordinal);
        Assert.Equal("", _line.Out);
    }

    [Theory]
    [InlineData("--kind takes copy or drill or restore, not 'foo'.", "runs", "--kind", "foo")]
    [InlineData("--kind takes copy or drill or restore, not '1'.", "runs", "--kind", "1")]
    [InlineData("--output takes text or json, not 'xml'.", "status", "--output", "xml")]
    [InlineData("-o takes text or json, not 'xml'.", "status", "-o", "xml")]
    [InlineData("--limit takes a number from 1 to 10000, not 'abc'.", "runs", "--limit", "abc")]
    public async Task Wrong_word_is_answered_with_the_right_ones(string says, params string[] arguments)
    {
        Assert.Equal(ExitCodes.Refused, await _line.RunAsync(arguments));

        Assert.Contains(says, _line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("RestoreDrill.", _line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_usage_gives_machines_a_document()
    {
        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("copy", "--output", "json"));

        using var document = JsonDocument.Parse(_line.Out);
        Assert.Equal("usage", document.RootElement.GetProperty("error").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Configuration_problems_are_told_by_every_verb()
    {
        _line.Configuration.Root["Installation"] = "A";
        _line.Configuration.Root["Vault"]!["KmsKy"] = "x";

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("status"));

        Assert.Contains("RestoreDrill:Installation", _line.Error, StringComparison.Ordinal);
        Assert.Contains("RestoreDrill:Vault:KmsKy", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_account_for_source_and_vault_exits_4()
    {
        _line.Configuration.Root["Vault"]!["AccountId"] = "111111111111";

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync("copy", "courses"));
    }

    [Fact]
    public async Task Store_that_is_away_exits_1_and_says_what_is_safe()
    {
        _line.Store.Trouble = new StoreUnavailableException("The store at 127.0.0.1:5999 does not answer.", new TimeoutException());

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("runs"));

        Assert.Contains("does not answer", _line.Error, StringComparison.Ordinal);
        Assert.Contains("safe:", _line.Error, StringComparison.Ordinal);
        Assert.Contains("next:", _line.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resource_that_is_not_ours_exits_4()
    {
        _line.Store.Trouble = new NotOursException("Instance x is not ours.");

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync("runs"));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("1", true)]
    public async Task Stack_trace_is_printed_only_when_asked_for_and_without_secrets(string? trace, bool printed)
    {
        _line.Configuration.Environment["RESTOREDRILL_TRACE"] = trace;
        _line.Store.Trouble = new InvalidOperationException($"Cannot use Host=h;Password={ConfigurationFolder.StorePassword};Database=d");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("runs"));

        Assert.Equal(printed, _line.Error.Contains("   at ", StringComparison.Ordinal));
        Assert.DoesNotContain(ConfigurationFolder.StorePassword, _line.Printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config", "check")]
    [InlineData("config", "check", "--offline", "-o", "json")]
    [InlineData("db", "migrate")]
    [InlineData("status", "-o", "json")]
    public async Task Stores_password_is_never_printed(params string[] arguments)
    {
        _line.Configuration.Root["Store"] = new JsonObject { ["ConnectionString"] = $"Host=h;Database=d;Username=u;Password={ConfigurationFolder.StorePassword}" };

        await _line.RunAsync(arguments);

        Assert.NotEqual("", _line.Printed);
        Assert.DoesNotContain(ConfigurationFolder.StorePassword, _line.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_exits_0()
    {
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("--help"));

        Assert.Contains("explain", _line.Out, StringComparison.Ordinal);
    }
}
