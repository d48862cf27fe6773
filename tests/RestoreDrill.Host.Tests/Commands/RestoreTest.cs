using System.Text;
using System.Text.Json;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

/// <summary>A person at a terminal, who plans and carries out an emergency restore.</summary>
public abstract class RestoreTest : IDisposable
{
    private protected RestoreTest() => Line.Configuration.Database["MinimumReadShare"] = 0.5;

    private protected CommandLine Line { get; } = new() { InIsTerminal = true };

    private protected string Plan => Path.Combine(Line.Configuration.Folder, "courses.plan.json");

    private protected string Journal => Plan + ".journal";

    private protected string Password => Path.Combine(Line.Configuration.Folder, "restored.password");

    public void Dispose()
    {
        Line.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task ProvenAsync()
    {
        Assert.Equal(ExitCodes.Ok, await Line.RunAsync("copy", "courses"));
        Assert.Equal(ExitCodes.Ok, await Line.RunAsync("drill", "courses"));
    }

    private protected Task<int> PlanAsync(params string[] more)
    {
        Line.In = "123456\n"u8.ToArray();
        return Line.RunAsync(["restore", "plan", "courses", "--file", Plan, "--output", "json", .. more]);
    }

    /// <summary>As the journal was before a step that led to a phase was saved.</summary>
    private protected async Task CutJournalBeforeAsync(string phase)
    {
        var lines = await File.ReadAllLinesAsync(Journal, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(Journal, lines.TakeWhile(line => !line.Contains($"\"phase\":\"{phase}\"", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
    }

    private protected Task<int> RunAsync(string phrase)
    {
        Line.In = Encoding.UTF8.GetBytes($"{phrase}\n654321\n");
        return Line.RunAsync("restore", "run", Plan, "--output", "json");
    }

    private protected JsonElement PrintedPlan() => JsonDocument.Parse(Line.Out).RootElement.Clone();

    private protected string PasswordGiven() => File.ReadAllLines(Password)[^1].Split(':')[^1];

    private protected void AssertNothingDone()
    {
        Assert.Empty(Line.Cloud.Instances);
        Assert.False(File.Exists(Journal));
    }
}
