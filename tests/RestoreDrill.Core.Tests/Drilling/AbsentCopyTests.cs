using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Drilling;

public sealed class AbsentCopyTests
{
    private const string Foreign = "by-hand";

    [Fact]
    public async Task Only_copy_lost_its_tags_and_is_not_said_to_be_deleted()
    {
        var driven = await Driven.WithCopyAsync();
        var name = LoseTags(driven);

        AssertTellsOf(name, (await Assert.ThrowsAsync<RefusedException>(() => driven.OpenDrillAsync())).Message);
    }

    [Fact]
    public async Task Copy_that_is_named_lost_its_tags()
    {
        var driven = await Driven.WithCopyAsync();
        var name = LoseTags(driven);
        await driven.CopyAsync();

        AssertTellsOf(name, (await Assert.ThrowsAsync<RefusedException>(() => driven.OpenDrillAsync(CopySelection.Named, name))).Message);
    }

    [Fact]
    public async Task Recovery_point_of_our_records_lost_its_tags_though_its_name_says_nothing()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        var name = LoseTags(driven);

        AssertTellsOf(name, (await Assert.ThrowsAsync<RefusedException>(() => driven.OpenDrillAsync())).Message);
    }

    [Theory]
    [InlineData(CopySelection.Latest)]
    [InlineData(CopySelection.Named)]
    [InlineData(CopySelection.RandomOlder)]
    public async Task Copy_that_loses_its_tags_while_the_drill_waits_fails_it(CopySelection selection)
    {
        var driven = await Driven.WithCopyAsync();
        var id = await driven.OpenDrillAsync(selection, selection == CopySelection.Named ? driven.Cloud.VaultSnapshots.Keys.Single() : null);
        var name = LoseTags(driven);

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        AssertTellsOf(name, run.Summary!);
    }

    [Fact]
    public async Task Snapshot_of_somebody_else_is_no_copy_that_lost_its_tags()
    {
        var driven = await Driven.WithCopyAsync();
        var copy = driven.Cloud.VaultSnapshots.Values.Single();
        driven.Cloud.VaultSnapshots.Add(Foreign, new MemorySnapshot(copy.Snapshot with { Name = Foreign, Arn = $"{copy.Snapshot.Arn}x", Tags = new Dictionary<string, string>() }, copy.AvailableAt));

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => driven.OpenDrillAsync(CopySelection.Named, Foreign));

        Assert.Contains("is no copy of 'courses' by its tags (restoredrill:role is missing", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lost its tags", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_is_not_available_is_not_said_to_be_deleted()
    {
        var driven = await Driven.WithCopyAsync();
        var copy = driven.Cloud.VaultSnapshots.Values.Single();
        copy.Status = "incompatible-restore";

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => driven.OpenDrillAsync(CopySelection.Named, copy.Snapshot.Name));

        Assert.Contains("its status is 'incompatible-restore', not available", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("deleted", refusal.Message, StringComparison.Ordinal);
    }

    private static string LoseTags(Driven driven)
    {
        var copy = driven.Cloud.VaultSnapshots.Values.Single();
        copy.Snapshot = copy.Snapshot with { Tags = new Dictionary<string, string>() };
        return copy.Snapshot.Name;
    }

    private static void AssertTellsOf(string copy, string message)
    {
        Assert.Contains($"Copy {copy} is in the vault account", message, StringComparison.Ordinal);
        Assert.Contains(
            "is a copy that lost its tags (restoredrill:role is missing, restoredrill:installation is missing, restoredrill:database is missing)", message, StringComparison.Ordinal);
        Assert.Contains("restoredrill copy courses. Next: runbooks/drill-failed.md.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("deleted", message, StringComparison.Ordinal);
    }
}
