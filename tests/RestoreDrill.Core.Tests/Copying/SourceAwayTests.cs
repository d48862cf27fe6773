using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Copying;

/// <summary>A source that fails over, crashes and recovers, or goes for good while a copy run reads it.</summary>
public sealed class SourceAwayTests
{
    [Theory]
    [InlineData(CopyPhases.NotingSource, null)]
    [InlineData(CopyPhases.ReadingSource, null)]
    [InlineData(CopyPhases.ReadingSource, "57P03")]
    public async Task Source_that_was_read_and_is_away_for_a_while_is_waited_for(string phase, string? sqlState)
    {
        var expected = await SourceReadingTests.ManifestOfAsync(SourceReadingTests.Reading(SourceReading.OldRowsTwice));
        var driven = SourceReadingTests.Reading(SourceReading.OldRowsTwice);
        LoseSourceFor(driven, phase, TimeSpan.FromMinutes(20), Away(sqlState));

        var manifest = await SourceReadingTests.ManifestOfAsync(driven);

        Assert.Equal(expected.Parts, manifest.Parts);
        Assert.Equal(expected.OldRows, manifest.OldRows);
        Assert.Equal(expected.EarlyRows, manifest.EarlyRows);
        Assert.Contains(await driven.Store.EventsAsync(manifest.Run, 0, CancellationToken.None), static line => line.Message == "away");
    }

    [Theory]
    [InlineData(CopyPhases.NotingSource, null, 1800)]
    [InlineData(CopyPhases.ReadingSource, null, 1800)]
    [InlineData(CopyPhases.ReadingSource, "28P01", 60)]
    public async Task Source_that_does_not_come_back_or_refuses_keeps_no_copy_from_being_made(string phase, string? sqlState, int seconds)
    {
        var driven = SourceReadingTests.Reading(SourceReading.OldRowsTwice);
        LoseSourceFor(driven, phase, TimeSpan.FromDays(1), Away(sqlState));

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Copied, "away"), (run.Outcome, CanonicalJson.Read<CopyState>(run.State).Reading!.Unavailable));
        var troubles = (await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None)).Where(static line => line.Message == "away").ToList();
        Assert.Equal(TimeSpan.FromSeconds(seconds - 30), troubles[^1].At - troubles[0].At);
    }

    [Fact]
    public async Task Source_that_is_away_late_in_a_long_reading_before_the_snapshot_is_waited_for_too()
    {
        var driven = SourceReadingTests.Reading(SourceReading.OldRowsTwice);
        LoseSourceFor(driven, CopyPhases.NotingSource, TimeSpan.FromMinutes(60), Away(null));
        var lose = driven.Cloud.SourceTroubleOf;
        var isLate = false;
        driven.Cloud.SourceTroubleOf = () =>
        {
            if (!isLate && lose() is not null)
            {
                isLate = true;
                driven.Time.Advance(TimeSpan.FromMinutes(40));
            }

            return lose();
        };

        await SourceReadingTests.ManifestOfAsync(driven);

        Assert.True(isLate);
    }

    [Fact]
    public async Task Source_that_was_never_read_is_waited_for_where_it_says_that_it_is_starting()
    {
        var driven = SourceReadingTests.Reading(SourceReading.OldRows);
        driven.Cloud.SourceTroubleOf = () => driven.Time.GetUtcNow() - Sample.Now < TimeSpan.FromMinutes(20) ? Away("57P03") : null;

        Assert.Equal(2, (await SourceReadingTests.ManifestOfAsync(driven)).Parts.Count(static part => part.Subject == ManifestSubject.Relations && part.Moment == ReadingMoment.Before));
    }

    [Fact]
    public async Task Source_that_is_away_twice_is_waited_for_each_time_anew()
    {
        var driven = SourceReadingTests.Reading(SourceReading.OldRowsTwice);
        LoseSourceFor(driven, CopyPhases.NotingSource, TimeSpan.FromMinutes(20), Away(null));
        var first = driven.Cloud.SourceTroubleOf;
        LoseSourceFor(driven, CopyPhases.ReadingSource, TimeSpan.FromMinutes(20), Away(null));
        var second = driven.Cloud.SourceTroubleOf;
        driven.Cloud.SourceTroubleOf = () => first() ?? second();

        await SourceReadingTests.ManifestOfAsync(driven);

        Assert.True(driven.Time.GetUtcNow() - Sample.Now > TimeSpan.FromMinutes(40));
    }

    private static InstanceUnreachableException Away(string? sqlState) => new("away", sqlState, new TimeoutException());

    /// <summary>The source is away from the second step of a phase on, for so long.</summary>
    private static void LoseSourceFor(Driven driven, string phase, TimeSpan length, InstanceUnreachableException trouble)
    {
        DateTimeOffset? since = null;
        driven.Store.AfterSave += change => since ??= change.Phase == phase && change.State.Contains("identity", StringComparison.Ordinal) ? driven.Time.GetUtcNow() : null;
        driven.Cloud.SourceTroubleOf = () => since is { } lost && driven.Time.GetUtcNow() - lost < length ? trouble : null;
    }
}
