using RestoreDrill.CorruptionMatrix;
using RestoreDrill.CorruptionMatrix.Faults;

namespace RestoreDrill.EndToEnd.Tests.Corruption;

/// <summary>A sample of <c>make corruption-matrix</c>.</summary>
public sealed class MatrixSampleTests
{
    [Fact]
    public async Task Fault_is_caught_by_the_first_drill_and_by_a_later_one_and_a_clean_copy_under_load_raises_no_alarm()
    {
        var said = new List<string>();
        var result = await Matrix.RunAsync(
            new MatrixOptions { Modes = [MatrixMode.Named("checksums")], Faults = ["swapValues matrix", "staleFile matrix", "dropDatabase", "removeControlFile"], CleanDrills = 1 },
            said.Add,
            TestContext.Current.CancellationToken);

        Assert.Equal(4, result.Faults.Count);
        Assert.All(result.Faults, fault => Assert.True(fault is { Judgement: Judgement.Caught, LaterJudgement: Judgement.Caught }, string.Join('\n', said)));
        Assert.True(result is { FalseAlarms: 0, Clean.Count: 1 }, string.Join('\n', said));
    }
}
