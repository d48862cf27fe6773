using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Runs;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Runs;

public sealed class RunWarningsTests
{
    [Fact]
    public async Task Many_warnings_are_cut_to_the_first_20_and_the_rest_is_counted()
    {
        var store = new InMemoryStore(TimeProvider.System);
        store.Add(RecordedRuns.Drill, [.. Enumerable.Range(0, 25).Append(0).Select(static i => Warning($"hazard {i}")), Warning("noise") with { Kind = RunEventKind.Observed }]);

        var warnings = await RunWarnings.LoadAsync(store, RecordedRuns.DrillId, TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 20).Select(static i => $"hazard {i}"), warnings.Shown.Select(static warning => warning.Message));
        Assert.Equal(5, warnings.LeftOut);
        using var text = new StringWriter();
        PlainReportWriter.Write(warnings.AddTo(new Report(), RecordedRuns.DrillId), text);
        Assert.EndsWith($"hazard 19\nand 5 more: `restoredrill explain d00bbbbbbbb1`\n", text.ToString(), StringComparison.Ordinal);
    }

    private static RunEvent Warning(string message) => new() { Phase = "reading", Kind = RunEventKind.Warning, Message = message };
}
