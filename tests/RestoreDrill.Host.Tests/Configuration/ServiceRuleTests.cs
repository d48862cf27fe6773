using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Turns;
using RestoreDrill.Host.Service;

namespace RestoreDrill.Host.Tests.Configuration;

public sealed class ServiceRuleTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sections_of_the_service_may_be_left_out()
    {
        _folder.Root.Remove("Service");
        _folder.Root.Remove("Budgets");
        _folder.Root.Remove("SelfTest");

        var configured = _folder.Load();

        Assert.Equal(new ServiceOptions(), configured.Service);
        Assert.Equal(new BudgetOptions(), configured.Installation.Budgets);
        Assert.Equal(new ReadingOptions(), configured.Installation.Reading);
        Assert.Equal(TimeSpan.FromDays(7), configured.Installation.SelfTest.Every);
    }

    [Fact]
    public void Every_key_of_the_service_the_budgets_and_the_reading_is_read()
    {
        Set("Service:Listen", "http://[::1]:6000");
        Set("Service:QueuePoll", "00:00:00.250");
        Set("Service:SchedulePoll", "00:00:02");
        Set("Service:StuckAfter", "00:01:00");
        Set("Service:Schema", "hangfire_acme");
        Set("Budgets:ScratchInstances", "7");
        Set("Budgets:CopyRuns", "9");
        Set("Budgets:ScratchAge", "2.00:00:00");
        Set("Budgets:LargestSize", "2xlarge");
        Set("Timing:Turn", "06:00:00");
        Set("Reading:Connections", "8");
        Set("Reading:Statement", "00:00:02.500");

        var configured = _folder.Load();

        Assert.Equal(
            new ServiceOptions
            {
                Listen = new Uri("http://[::1]:6000"),
                QueuePoll = TimeSpan.FromMilliseconds(250),
                SchedulePoll = TimeSpan.FromSeconds(2),
                StuckAfter = TimeSpan.FromMinutes(1),
                Schema = "hangfire_acme",
            },
            configured.Service);
        Assert.Equal(
            new BudgetOptions { ScratchInstances = 7, CopyRuns = 9, ScratchAge = TimeSpan.FromDays(2), LargestSize = "2xlarge" }, configured.Installation.Budgets);
        Assert.Equal(TimeSpan.FromHours(6), configured.Installation.Timing.Turn);
        Assert.Equal(new ReadingOptions { Connections = 8, Statement = TimeSpan.FromSeconds(2.5) }, configured.Installation.Reading);
    }

    [Theory]
    [InlineData("Never", null)]
    [InlineData("never", null)]
    [InlineData("12:00:00", 12)]
    public void Self_tests_are_made_as_often_as_written_or_never(string every, int? hours)
    {
        Set("SelfTest:Every", every);

        Assert.Equal(hours is { } set ? TimeSpan.FromHours(set) : null, _folder.Load().Installation.SelfTest.Every);
    }

    [Theory]
    [InlineData("SelfTest:Every", "00:00:00", "above zero")]
    [InlineData("SelfTest:Every", "sometimes", "or Never")]
    [InlineData("Service:Listen", "127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("Service:Listen", "https://127.0.0.1:5080", "http://127.0.0.1:5080")]
    [InlineData("Service:Listen", "http://127.0.0.1:5080/hangfire", "nothing behind")]
    [InlineData("Service:QueuePoll", "3", "hours:minutes:seconds")]
    [InlineData("Service:SchedulePoll", "00:00:00", "above zero")]
    [InlineData("Service:StuckAfter", "00:00:18", "QueuePoll and SchedulePoll together (00:00:18)")]
    [InlineData("Service:Schema", "Hangfire", "a to z and _")]
    [InlineData("Service:Schema", "restoredrill", "not restoredrill")]
    [InlineData("Service:Schema", "pg_hangfire", "pg_")]
    [InlineData("Budgets:ScratchInstances", "0", "1 or more")]
    [InlineData("Budgets:CopyRuns", "none", "whole number")]
    [InlineData("Reading:Connections", "0", "1 to 256")]
    [InlineData("Reading:Statement", "00:00:00", "above zero")]
    [InlineData("Budgets:ScratchAge", "06:00:00", "together (18:30:00)")]
    [InlineData("Budgets:LargestSize", "db.t3.large", "without db. and family")]
    [InlineData("Budgets:LargestSize", "small", "Scratch:InstanceClass is db.t3.medium")]
    [InlineData("Timing:Turn", "soon", "duration")]
    public void Value_that_cannot_be_used_is_told_with_its_key_and_what_to_write(string key, string value, string says)
    {
        Set(key, value);

        var problem = _folder.OnlyProblem("RestoreDrill:" + key);

        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.False(problem.IsSafetyRule);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://restoredrill.example.com:5080")]
    [InlineData("http://127.0.0.1.example.com:5080")]
    [InlineData("http://[::]:5080")]
    public void Address_that_other_machines_reach_is_refused_by_a_safety_rule(string listen)
    {
        Set("Service:Listen", listen);

        var problem = _folder.OnlyProblem("RestoreDrill:Service:Listen");

        Assert.True(problem.IsSafetyRule);
        Assert.Contains("the dashboard has no login yet", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Longer_restore_needs_a_longer_age()
    {
        Set("Timing:Restore", "1.00:00:00");

        Assert.Contains("no longer than Timing:Restore (1.00:00:00)", _folder.OnlyProblem("RestoreDrill:Budgets:ScratchAge").Message, StringComparison.Ordinal);
    }

    private void Set(string key, string value) => _folder.Environment["RestoreDrill__" + key.Replace(":", "__", StringComparison.Ordinal)] = value;
}
