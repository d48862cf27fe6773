using RestoreDrill.Core.Sweeping;

namespace RestoreDrill.Core.Tests.Sweeping;

/// <summary>Sweeps in memory, and silences to order.</summary>
internal sealed class MemorySweeps : ISweepLog
{
    public List<SweepReport> Reports { get; } = [];

    /// <summary>The silence around a moment; ten minutes unless set.</summary>
    public Func<DateTimeOffset, TimeSpan?> Silence { get; set; } = static _ => TimeSpan.FromMinutes(10);

    public Task RecordSweepAsync(SweepReport report, CancellationToken cancellationToken)
    {
        Reports.Add(report);
        return Task.CompletedTask;
    }

    public Task<TimeSpan?> SilenceAroundAsync(DateTimeOffset moment, CancellationToken cancellationToken) => Task.FromResult(Silence(moment));
}
