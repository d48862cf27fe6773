using System.Globalization;

namespace RestoreDrill.Records.Tests.Journal;

public sealed class KilledJournalTests : JournalTest
{
    [Fact]
    public async Task Killed_process_loses_no_step_that_it_was_told_is_saved_and_the_next_goes_on()
    {
        Create().Dispose();
        var fence = 0L;
        for (var round = 1; round <= 4; round++)
        {
            var told = await KilledWriter.KillAfterAsync(Path, 7 * round, Ct);

            using var journal = Open();

            Assert.True(journal.Run.Troubles >= Math.Max(told, 7 * round), $"{journal.Run.Troubles} steps are there, {told} were told.");
            var events = await journal.EventsAsync(Id, 0, Ct);
            Assert.Equal(Enumerable.Range(1, journal.Run.Troubles).Select(static i => i.ToString(CultureInfo.InvariantCulture)), events.Select(static line => line.Message));
            var lease = await LeaseAsync(journal, $"round {round}");
            Assert.True(lease.Fence > fence);
            fence = lease.Fence;
        }
    }
}
