using System.Diagnostics;
using System.Globalization;
using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Core.Tests.Terraform;

/// <summary>A large plan is judged in memory that does not grow with it. RESTOREDRILL_TERRAFORM_MB sets its size (<c>make bench-terraform</c>: 200).</summary>
[Collection(nameof(Alone))]
public sealed class LargeDocumentTests
{
    private const long MostGrowth = 4 << 20;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Large_plan_is_judged_in_bounded_memory(bool deletesTheDatabase)
    {
        var megabytes = int.TryParse(Environment.GetEnvironmentVariable("RESTOREDRILL_TERRAFORM_MB"), CultureInfo.InvariantCulture, out var given) ? given : 33;
        await using var plan = new MeteredStream((long)megabytes << 20, deletesTheDatabase);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();

        var reading = await new TerraformGuard(Documents.Options).ReadAsync(plan, TestContext.Current.CancellationToken);

        var grown = plan.MostAlive - before;
        TestContext.Current.SendDiagnosticMessage(
            $"{megabytes} MB, {reading.Counts.Existing} resources: {watch.Elapsed.TotalSeconds:0.0} s, at most {grown / 1024.0 / 1024:0.0} MB of managed memory more alive than before");
        Assert.Equal(deletesTheDatabase, reading.IsRefused);
        Assert.True(reading.Counts.Existing > megabytes * 200, $"only {reading.Counts.Existing} resources were read");
        Assert.True(plan.MostAlive > 0, "memory was never looked at");
        Assert.True(grown < MostGrowth, $"{grown} bytes more were alive while {megabytes} MB were read");
    }
}
