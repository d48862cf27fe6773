using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Manifests;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Sandwich;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Verdicts;

namespace RestoreDrill.Core.Tests.Copying;

public sealed class SourceReadingTests
{
    [Fact]
    public async Task Source_is_read_around_its_snapshot_and_the_copy_carries_the_manifests_digest()
    {
        var driven = Reading(SourceReading.OldRows);

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        var stand = CanonicalJson.Read<CopyState>(run.State).Reading!;
        Assert.Equal(["billing", "courses"], stand.Databases);
        Assert.Equal(751UL, stand.Limit!.Xid);
        var (text, sha256) = (await driven.Store.FindManifestAsync(run.Id, CancellationToken.None))!.Value;
        var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values).Snapshot;
        Assert.Equal((stand.ManifestSha256, sha256), (copy.Tags[TagNames.ManifestDigest], SourceManifest.DigestOf(text)));
        var manifest = SourceManifest.Read(text).Manifest!;
        Assert.Equal(Sample.ResourceId, manifest.SourceResourceId);
        Assert.Equal(3 + 2 + 3 + 2 + 2, manifest.Parts.Count);
        Assert.Equal(MemoryReaders.Students, Assert.Single(manifest.OldRows).Relation);
    }

    [Fact]
    public async Task Source_is_noted_before_the_snapshot_and_read_while_the_copy_is_made()
    {
        var driven = Reading(SourceReading.OldRows);

        var run = await driven.CopyAsync();

        var phases = (await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None)).Select(static line => line.Phase).Distinct().ToList();
        Assert.True(phases.IndexOf(CopyPhases.NotingSource) < phases.IndexOf(CopyPhases.Snapshotting));
        Assert.Equal(phases.IndexOf(CopyPhases.Copying) + 1, phases.IndexOf(CopyPhases.ReadingSource));
    }

    [Theory]
    [InlineData(SourceReading.OldRows)]
    [InlineData(SourceReading.OldRowsTwice)]
    public async Task Run_that_is_killed_at_any_save_ends_with_the_same_manifest(SourceReading reads)
    {
        var expected = await ManifestOfAsync(Reading(reads));
        for (var save = 1; save < 40; save++)
        {
            var driven = Reading(reads);
            driven.KillAtSave(save, before: save % 2 == 0);

            var manifest = await ManifestOfAsync(driven);

            Assert.Equal(expected.Parts, manifest.Parts);
            Assert.Equal(expected.OldRows, manifest.OldRows);
            Assert.Equal(expected.EarlyRows, manifest.EarlyRows);
        }
    }

    [Fact]
    public async Task Source_that_cannot_be_reached_keeps_no_copy_from_being_made()
    {
        var driven = Reading(SourceReading.OldRows);
        driven.Cloud.SourceTroubleOf = static () => new InstanceUnreachableException("no route to host", null, new TimeoutException());

        var run = await driven.CopyAsync();
        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Equal("no route to host", CanonicalJson.Read<CopyState>(run.State).Reading!.Unavailable);
        Assert.Equal(RunOutcome.Inconclusive, drill.Outcome);
        Assert.Contains("no route to host", drill.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Budget_that_is_used_up_is_told_by_the_copy_run_once()
    {
        var driven = Reading(SourceReading.OldRows);
        var database = driven.Options.Databases[0];
        driven.Options = driven.Options with { Databases = [database with { Reader = database.Reader! with { Budget = TimeSpan.Zero } }] };

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        var warning = Assert.Single(await driven.Store.EventsAsync(run.Id, 0, CancellationToken.None), static line => line.Kind == RunEventKind.Warning);
        Assert.Contains("Reader:Budget (00:00:00) was used up", warning.Message, StringComparison.Ordinal);
        Assert.Contains($"{MemoryReaders.Students} for one", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_of_an_installation_without_a_login_passes_at_a_lower_level()
    {
        var driven = await Driven.WithCopyAsync();

        var drill = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "restores"), (drill.Outcome, drill.Level));
        Assert.Equal("not judged", VerdictOf(drill).AgainstSource);
    }

    [Fact]
    public async Task Copy_that_is_as_its_source_matches_it()
    {
        var driven = Reading(SourceReading.OldRows);
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = reading.Name == MemoryReaders.Students ? 40 : 0 })];
        await driven.CopyAsync();

        var drill = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "matches-source"), (drill.Outcome, drill.Level));
        Assert.StartsWith("100.00 % of its rows are proven identical", VerdictOf(drill).AgainstSource, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_the_source_has_lost_since_are_not_judged_and_the_others_are_proven()
    {
        var driven = Reading(SourceReading.OldRows);
        driven.Options = driven.Options with { Databases = [driven.Options.Databases[0] with { MinimumProvenShare = 0.5 }] };
        driven.Cloud.CopiedGroup = new GroupSum(11, 107);
        driven.Cloud.CopiedHashes = [7, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = reading.Name == MemoryReaders.Students ? 44 : 0 })];
        await driven.CopyAsync();

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Pass, drill.Outcome);
        Assert.StartsWith("90.91 % of its rows are proven identical with the source's (40; 0 differ, 4 not judged)", VerdictOf(drill).AgainstSource, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SourceReading.OldRows, RunOutcome.Pass)]
    [InlineData(SourceReading.OldRowsTwice, RunOutcome.Fail)]
    public async Task Row_that_the_source_no_longer_had_before_the_snapshot_is_found_by_whoever_read_it_then(SourceReading reads, RunOutcome expected)
    {
        var driven = Reading(reads);
        driven.Options = driven.Options with { Databases = [driven.Options.Databases[0] with { MinimumProvenShare = 0.5 }] };
        driven.Cloud.CopiedGroup = new GroupSum(11, 107);
        driven.Cloud.CopiedHashes = [7, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10];
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = reading.Name == MemoryReaders.Students ? 44 : 0 })];
        await driven.CopyAsync();

        var drill = await driven.DrillAsync();

        Assert.Equal(expected, drill.Outcome);
        Assert.Equal(
            expected == RunOutcome.Fail,
            Check(drill, "source-rows").Found.Contains("block 0: the copy has 11 rows from before it was taken, and the source had only 10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_rows_are_read_before_the_snapshot_and_after_it_where_that_is_asked_for()
    {
        var driven = Reading(SourceReading.OldRowsTwice);
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = reading.Name == MemoryReaders.Students ? 40 : 0 })];
        var manifest = await ManifestOfAsync(driven);

        var drill = await driven.DrillAsync();

        Assert.Equal((MemoryReaders.Students, MemoryReaders.Students), (Assert.Single(manifest.EarlyRows).Relation, Assert.Single(manifest.OldRows).Relation));
        Assert.NotNull(manifest.EarlyRows[0].Sha256);
        Assert.Equal(RunOutcome.Pass, drill.Outcome);
        Assert.EndsWith("40 were there before the snapshot, 0 are not judged by that", Check(drill, "source-rows").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_of_the_source_that_is_not_in_the_copy_fails_the_drill_and_names_the_block()
    {
        var driven = Reading(SourceReading.OldRows);
        await driven.CopyAsync();
        driven.Cloud.CopiedGroup = new GroupSum(9, 90);

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, drill.Outcome);
        Assert.Contains("courses.public.students, block 0", Check(drill, "source-rows").Found, StringComparison.Ordinal);
        Assert.Null(await driven.Store.FindBirthCertificateAsync(CanonicalJson.Read<DrillState>(drill.State).CopyArn!, CancellationToken.None));
    }

    [Theory]
    [InlineData(SourceReading.OldRows, 4)]
    [InlineData(SourceReading.OldRowsTwice, 8)]
    public async Task Rows_are_read_of_a_replica_once_it_has_replayed_what_the_source_had_written(SourceReading reads, int ranges)
    {
        var driven = WithReplica(Reading(reads));
        var asked = 0;
        driven.Cloud.ReplicaHasReplayed = () =>
        {
            var behind = asked++ < 3;
            Assert.True(!behind || driven.Cloud.OldRowsReadFrom.Count == 0);
            return behind ? "0/FFF" : "0/1000";
        };

        var manifest = await ManifestOfAsync(driven);

        Assert.Equal(Enumerable.Repeat(MemoryReaders.ReplicaHost, ranges), driven.Cloud.OldRowsReadFrom);
        Assert.NotNull(Assert.Single(manifest.OldRows).Sha256);
        Assert.True(asked > 3);
    }

    [Fact]
    public async Task Replica_that_never_comes_as_far_leaves_rows_unjudged()
    {
        var driven = WithReplica(Reading(SourceReading.OldRows));
        driven.Cloud.ReplicaHasReplayed = static () => "0/FFF";

        var manifest = await ManifestOfAsync(driven);

        Assert.Empty(driven.Cloud.OldRowsReadFrom);
        Assert.Contains("the time for reading the source was used up", Assert.Single(manifest.OldRows).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replica_that_was_promoted_is_not_read()
    {
        var driven = WithReplica(Reading(SourceReading.OldRows));
        driven.Cloud.ReplicaHasReplayed = static () => null;

        var run = await driven.CopyAsync();

        Assert.Equal(RunOutcome.Copied, run.Outcome);
        Assert.Contains("it is no standby", CanonicalJson.Read<CopyState>(run.State).Reading!.Unavailable, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.OldRowsReadFrom);
    }

    [Theory]
    [InlineData("0/1000", "0/1000", true)]
    [InlineData("0/FFFFFFFF", "1/0", false)]
    [InlineData("A/0", "9/FFFFFFFF", true)]
    [InlineData("16/B374D847", "16/B374D848", false)]
    public void Position_of_a_replica_is_compared_as_a_number(string replica, string source, bool reached) =>
        Assert.Equal(reached, new OldRowLimit(751, replica, Sample.Now, InRecovery: true).HasReached(source));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 20)]
    public async Task Relation_that_cannot_be_read_any_more_keeps_what_was_proven_and_is_not_asked_again(int from, long proven)
    {
        var driven = Reading(SourceReading.OldRows);
        await driven.CopyAsync();
        driven.Cloud.OldRowsReadFrom.Clear();
        driven.Cloud.UnreadableFrom = from;

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, drill.Outcome);
        Assert.Equal(from + 1, driven.Cloud.OldRowsReadFrom.Count);
        Assert.Contains($"{proven:N0} rows proven identical", Check(drill, "source-rows").Found, StringComparison.Ordinal);
        Assert.Contains("57014", Check(drill, "proven-share:courses").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Catalog_that_differs_fails_the_drill_and_names_the_object()
    {
        var driven = Reading(SourceReading.Catalog);
        await driven.CopyAsync();
        driven.Cloud.CopiedItem = "owner nobody";

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, drill.Outcome);
        Assert.Contains("courses: table public.students is owner nobody, not owner app", Check(drill, "catalog").Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_proven_rows_are_inconclusive_but_the_certificate_is_pinned()
    {
        var driven = Reading(SourceReading.OldRows);
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = 1000 })];
        await driven.CopyAsync();

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, drill.Outcome);
        Assert.Equal(CheckOutcome.NotAvailable, Check(drill, "proven-share:courses").Outcome);
        Assert.NotNull(await driven.Store.FindBirthCertificateAsync(CanonicalJson.Read<DrillState>(drill.State).CopyArn!, CancellationToken.None));
    }

    [Theory]
    [InlineData("record")]
    [InlineData("old rows")]
    [InlineData("tag")]
    [InlineData("tag taken away")]
    public async Task Manifest_that_somebody_changed_fails_the_drill(string changed)
    {
        var driven = Reading(SourceReading.OldRows);
        var copyRun = await driven.CopyAsync();
        switch (changed)
        {
            case "record":
                driven.Store.Tamper(copyRun.Id, static part => part with { Text = part.Text.Replace("owner app", "owner eve", StringComparison.Ordinal) });
                break;
            case "old rows":
                driven.Store.TamperRows(copyRun.Id, static group => group with { HashSum = group.HashSum + 1 });
                break;
            case "tag":
                Retag(driven, new string('0', 64));
                break;
            default:
                Retag(driven, null);
                break;
        }

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, drill.Outcome);
        Assert.Equal(CheckOutcome.Failed, Check(drill, "manifest").Outcome);
    }

    private static void Retag(Driven driven, string? digest)
    {
        var copy = Assert.Single(driven.Cloud.VaultSnapshots.Values);
        var tags = new Dictionary<string, string>(copy.Snapshot.Tags);
        tags.Remove(TagNames.ManifestDigest);
        if (digest is not null)
        {
            tags.Add(TagNames.ManifestDigest, digest);
        }

        copy.Snapshot = copy.Snapshot with { Tags = tags };
    }

    internal static async Task<SourceManifest> ManifestOfAsync(Driven driven)
    {
        var run = await driven.CopyAsync();
        Assert.Equal(RunOutcome.Copied, run.Outcome);
        var (text, _) = (await driven.Store.FindManifestAsync(run.Id, CancellationToken.None))!.Value;
        return SourceManifest.Read(text).Manifest!;
    }

    private static Driven WithReplica(Driven driven)
    {
        var database = driven.Options.Databases[0];
        driven.Options = driven.Options with { Databases = [database with { Reader = database.Reader! with { ReplicaHost = MemoryReaders.ReplicaHost } }] };
        return driven;
    }

    internal static Driven Reading(SourceReading reads)
    {
        var driven = new Driven();
        var database = driven.Options.Databases[0] with
        {
            Reader = new SourceReaderOptions { User = "reader", PasswordFile = "/none", RootCertificate = "/none", Reads = reads },
        };
        driven.Options = driven.Options with { Databases = [database] };
        return driven;
    }

    private static Verdict VerdictOf(Run drill) => CanonicalJson.Read<DrillState>(drill.State).Verdict!;

    private static CheckResult Check(Run drill, string id) => VerdictOf(drill).Checks.Single(check => check.Id == id);
}
