using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;
using RestoreDrill.Core.Tests.Runs;

namespace RestoreDrill.Core.Tests.Facts;

public sealed class DepositingTests
{
    [Fact]
    public async Task Copy_run_puts_what_the_copy_carries_and_the_manifest_that_its_tag_names()
    {
        var driven = ReadingTheSource();

        var run = await driven.CopyAsync();

        Assert.Equal((RunOutcome.Copied, null), (run.Outcome, run.Defect));
        var state = CanonicalJson.Read<CopyState>(run.State);
        var record = await RecordAsync(driven, state.CopyName!);
        Assert.Empty(record.Problems);
        Assert.NotNull(record.WithDigest(FactKind.Manifest, state.Reading!.ManifestSha256!));
        var carried = CanonicalJson.Read<Dictionary<string, string>>(Assert.Single(record.OfKind(FactKind.CopyFacts)).Fact.Document);
        Assert.Null(CopyFacts.TryRead(carried, out var facts));
        Assert.Equal(state.Facts, facts);
    }

    [Fact]
    public async Task Drill_has_finished_only_once_its_verdict_is_in_the_store()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        RunChange? last = null;
        driven.Store.AfterSave = change => last = change;
        var outcomeWhenPut = new List<RunConclusion?>();
        driven.Facts.Put = _ => outcomeWhenPut.Add(last!.Conclusion);

        var drill = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, null, DrillPhases.Finished), (drill.Outcome, drill.Defect, drill.Phase));
        Assert.Equal([null, null], outcomeWhenPut);
        var record = await RecordAsync(driven, CopyOf(drill));
        var pinned = await driven.Store.FindBirthCertificateAsync(CanonicalJson.Read<DrillState>(drill.State).CopyArn!, CancellationToken.None);
        Assert.Equal(CanonicalJson.Write(pinned), Assert.Single(record.OfKind(FactKind.BirthCertificate)).Fact.Document);
        var standing = StandingRules.Judge(record);
        Assert.Equal((CopyStanding.Proven, drill.Id), (standing.Standing, standing.Decisive!.Drill));
        Assert.Empty(driven.InstancesLeft);
    }

    [Fact]
    public async Task Certificate_is_put_by_the_drill_that_pinned_it_alone()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        await driven.DrillAsync();

        var second = await driven.DrillAsync();

        var record = await RecordAsync(driven, CopyOf(second));
        Assert.Single(record.OfKind(FactKind.BirthCertificate));
        Assert.Equal(2, record.OfKind(FactKind.Verdict).Count());
    }

    [Fact]
    public async Task Drill_that_fails_is_never_outranked_by_the_pass_before_it()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        await driven.DrillAsync();
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = reading.Rows + 1 })];

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, drill.Outcome);
        Assert.Equal(CopyStanding.Failed, StandingRules.Judge(await RecordAsync(driven, CopyOf(drill))).Standing);
    }

    [Fact]
    public async Task Drill_that_ends_before_it_restores_is_told_in_the_store_too()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        driven.Options = driven.Options with { Scratch = driven.Options.Scratch with { ParameterGroup = "not-there-{family}" } };

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, drill.Outcome);
        Assert.Equal(drill.Id, Understood(Assert.Single((await RecordAsync(driven, CopyOf(drill))).OfKind(FactKind.Verdict))).Drill);
    }

    [Fact]
    public async Task Run_that_comes_to_no_copy_has_nothing_to_put()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.Cloud.VaultSnapshots.Clear();
        var before = driven.Facts.Count;

        var drill = await driven.ToTheEndAsync(id);

        Assert.NotEqual(RunOutcome.Pass, drill.Outcome);
        Assert.Equal((null, before), (drill.Defect, driven.Facts.Count));
    }

    [Fact]
    public async Task Installation_without_a_store_of_facts_ends_as_it_did()
    {
        var driven = await Driven.WithCopyAsync();

        var drill = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, 0), (drill.Outcome, driven.Facts.Count));
        Assert.Null(DepositStand.Of(drill));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_that_is_killed_at_any_save_puts_each_fact_once(bool before)
    {
        for (var save = 1; save < 60; save++)
        {
            var driven = ReadingTheSource();
            driven.KillAtSave(save, before);

            await driven.CopyAsync();
            var drill = await driven.DrillAsync();

            Assert.True(drill.Outcome is RunOutcome.Pass or RunOutcome.Inconclusive, drill.Summary);
            AssertEachOnce(driven);
            Assert.Equal(4, driven.Facts.Count);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Run_that_is_killed_between_a_put_and_its_answer_finds_its_own_fact(int put)
    {
        var driven = ReadingTheSource();
        var puts = 0;
        driven.Facts.Put = _ =>
        {
            if (++puts == put)
            {
                driven.Store.CallerIsDead = true;
                throw new ProcessKilledException();
            }
        };

        await driven.CopyAsync();
        await driven.DrillAsync();

        Assert.Equal((1, 4), (driven.Kills, driven.Facts.Count));
        AssertEachOnce(driven);
    }

    [Fact]
    public async Task Store_that_does_not_answer_for_a_while_is_waited_for()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        var until = driven.Time.GetUtcNow() + TimeSpan.FromMinutes(20);
        driven.Facts.PutRefusal = _ => driven.Time.GetUtcNow() < until ? MemoryCloud.Unreachable("s3:PutObject") : null;

        var drill = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, null), (drill.Outcome, drill.Defect));
        Assert.True(driven.Time.GetUtcNow() >= until);
        Assert.Empty(driven.InstancesLeft);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("does not answer")]
    [InlineData("not locked")]
    [InlineData("reads otherwise")]
    public async Task Verdict_that_does_not_come_into_the_store_is_a_defect_and_the_next_drill_puts_it_there(string trouble)
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        switch (trouble)
        {
            case "refused":
                driven.Facts.PutRefusal = static _ => new CloudException(CloudFault.AccessDenied, "s3:PutObject", "it", "AccessDenied", "r-1", "no");
                break;
            case "does not answer":
                driven.Facts.PutRefusal = static _ => MemoryCloud.Unreachable("s3:PutObject");
                break;
            case "not locked":
                driven.Facts.Lock = new FactLock(null, null);
                break;
            default:
                driven.Facts.Refusal = static _ => new CloudException(CloudFault.AccessDenied, "s3:GetObject", "it", "AccessDenied", "r-1", "no");
                break;
        }

        var drill = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Pass, drill.Outcome);
        Assert.StartsWith("Not all that this run found out is in the store of facts: ", drill.Defect, StringComparison.Ordinal);
        Assert.EndsWith("Next: runbooks/facts-not-kept.md.", drill.Defect, StringComparison.Ordinal);
        Assert.False(DepositStand.Of(drill)!.IsComplete);
        Assert.Empty(driven.InstancesLeft);

        driven.Facts.PutRefusal = static _ => null;
        driven.Facts.Refusal = static _ => null;
        driven.Facts.Lock = null;
        driven.Time.Advance(TimeSpan.FromDays(7));
        var next = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, null), (next.Outcome, next.Defect));
        Assert.Equal([drill.Id], DepositStand.Of(next)!.For);
        var record = await RecordAsync(driven, CopyOf(drill));
        Assert.Equal([drill.Id, next.Id], record.OfKind(FactKind.Verdict).Select(static fact => Understood(fact).Drill));
        Assert.Single(record.OfKind(FactKind.BirthCertificate));
        AssertEachOnce(driven);
        Assert.Empty(DepositStand.Of(await driven.DrillAsync())!.For);
    }

    [Fact]
    public async Task Fact_of_an_earlier_run_that_cannot_be_put_is_no_defect_of_a_later_one()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        driven.Facts.PutRefusal = static _ => new CloudException(CloudFault.AccessDenied, "s3:PutObject", "it", "AccessDenied", "r-1", "no");
        var first = await driven.DrillAsync();
        driven.Facts.PutRefusal = fact => fact.Document.Contains($"\"drill\":\"{first.Id}\"", StringComparison.Ordinal) ? new CloudException(CloudFault.AccessDenied, "s3:PutObject", "it", "AccessDenied", "r-2", "no") : null;

        var second = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, null), (second.Outcome, second.Defect));
        Assert.Equal((true, 0, first.Id), (DepositStand.Of(second)!.IsComplete, DepositStand.Of(second)!.For.Count, Assert.Single(DepositStand.Of(second)!.Refused)));
        var warning = Assert.Single(await driven.Store.EventsAsync(second.Id, 0, CancellationToken.None), static line => line is { Kind: RunEventKind.Warning, Phase: DepositingWorkflow.Phase });
        Assert.Contains($"what run {first.Id} found out cannot be put", warning.Message, StringComparison.Ordinal);

        driven.Facts.PutRefusal = static _ => null;
        Assert.Equal([first.Id], DepositStand.Of(await driven.DrillAsync())!.For);
    }

    [Fact]
    public async Task Fail_that_comes_late_into_the_store_does_not_outrank_the_pass_after_it()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        await driven.DrillAsync();
        var content = driven.Cloud.Content;
        driven.Cloud.Content = [.. content.Select(static reading => reading with { Rows = reading.Rows + 1 })];
        driven.Facts.PutRefusal = static _ => new CloudException(CloudFault.AccessDenied, "s3:PutObject", "it", "AccessDenied", "r-1", "no");
        Assert.Equal(RunOutcome.Fail, (await driven.DrillAsync()).Outcome);
        driven.Cloud.Content = content;
        driven.Facts.PutRefusal = static _ => null;

        var drill = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, CopyStanding.Proven), (drill.Outcome, StandingRules.Judge(await RecordAsync(driven, CopyOf(drill))).Standing));
    }

    [Fact]
    public async Task Runs_from_before_there_was_a_store_are_put_there_by_the_next()
    {
        var driven = Driven.ByBackup();
        await driven.CopyAsync();
        var earlier = await driven.DrillAsync();
        driven.Options = driven.Options with { Facts = FactSamples.Options };

        var drill = await driven.DrillAsync();

        Assert.Equal([earlier.Id], DepositStand.Of(drill)!.For);
        var verdicts = (await RecordAsync(driven, CopyOf(drill))).OfKind(FactKind.Verdict).ToList();
        Assert.Equal((earlier.Id, earlier.FinishedAt), (Understood(verdicts[0]).Drill, Understood(verdicts[0]).ConcludedAt));
    }

    [Fact]
    public async Task Store_that_is_taken_out_of_the_configuration_meanwhile_is_told()
    {
        var driven = Driven.WithFacts();
        await driven.CopyAsync();
        var id = await driven.OpenDrillAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == DepositingWorkflow.Phase)
            {
                driven.Options = driven.Options with { Facts = null };
                driven.Store.CallerIsDead = true;
                throw new ProcessKilledException();
            }
        };

        var drill = await driven.ToTheEndAsync(id);

        Assert.Equal(RunOutcome.Pass, drill.Outcome);
        Assert.Contains("The configuration names no store of facts any more", drill.Defect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_that_was_changed_in_our_records_does_not_go_into_the_store()
    {
        var driven = ReadingTheSource();
        var id = await driven.OpenCopyAsync();
        driven.Store.AfterSave = change =>
        {
            if (change.Phase == DepositingWorkflow.Phase)
            {
                driven.Store.TamperManifest(id);
            }
        };

        var run = await driven.ToTheEndAsync(id);

        Assert.Equal((RunOutcome.Copied, 0), (run.Outcome, driven.Facts.Count));
        Assert.Contains("The manifest of the source in our records is not the one with the digest", run.Defect, StringComparison.Ordinal);
    }

    private static Driven ReadingTheSource()
    {
        var driven = Driven.WithFacts();
        var reader = new SourceReaderOptions { User = "reader", PasswordFile = "/none", RootCertificate = "/none", Reads = SourceReading.OldRows };
        driven.Options = driven.Options with { Databases = [driven.Options.Databases[0] with { Reader = reader }] };
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = reading.Name == MemoryReaders.Students ? 40 : 0 })];
        return driven;
    }

    private static void AssertEachOnce(Driven driven) => Assert.Equal(driven.Facts.Count, driven.Facts.Versions.Select(static version => version.Key).Distinct().Count());

    private static string CopyOf(Run drill) => CanonicalJson.Read<DrillState>(drill.State).CopyName!;

    private static VerdictFact Understood(KeptFact fact) => VerdictFact.Read(fact.Fact.Document).Verdict!;

    private static Task<CopyRecord> RecordAsync(Driven driven, string copy) =>
        new FactReader(driven.Facts, FactSamples.Options).ReadAsync(driven.Options.Installation, Sample.Database, copy, CancellationToken.None);
}
