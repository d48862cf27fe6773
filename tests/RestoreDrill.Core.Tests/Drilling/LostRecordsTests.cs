using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Cloud;

namespace RestoreDrill.Core.Tests.Drilling;

/// <summary>Drills over a store that was made anew: what was found out of earlier copies lies in the bucket of facts alone.</summary>
public sealed class LostRecordsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Copy_that_was_proven_is_compared_with_its_kept_proof(bool isCompared)
    {
        var driven = await ProvenAsync(isCompared);
        driven.LoseRecords();

        var run = await driven.DrillAsync();

        Assert.Equal((RunOutcome.Pass, "unchanged"), (run.Outcome, run.Level));
        Assert.Null(await driven.Store.FindBirthCertificateAsync(StateOf(run).CopyArn!, CancellationToken.None));
        var kept = await RecordAsync(driven, run);
        Assert.Single(kept.OfKind(FactKind.BirthCertificate));
        Assert.Equal(2, kept.OfKind(FactKind.Verdict).Count());
        if (isCompared)
        {
            var check = StateOf(run).Verdict!.Checks.Single(static check => check.Id == "manifest");
            Assert.Contains("Our records were lost and begin after that copy run", check.Expected, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Copy_that_was_damaged_since_is_found_by_its_kept_proof(bool isCompared)
    {
        var driven = await ProvenAsync(isCompared);
        driven.LoseRecords();
        driven.Cloud.Content[0] = driven.Cloud.Content[0] with { Rows = driven.Cloud.Content[0].Rows + 1 };

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("Is the copy unchanged since its first drill? No", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_that_nothing_was_kept_of_is_not_blamed_and_not_proven()
    {
        var driven = await Driven.WithCopyAsync(Driven.ByBackup());
        driven.LoseRecords();

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("Our records begin after copy", run.Summary, StringComparison.Ordinal);
        Assert.Contains("restoredrill drill courses --copy", run.Summary, StringComparison.Ordinal);
        Assert.Empty(driven.Cloud.Instances);
    }

    [Fact]
    public async Task Copy_that_was_never_proven_and_lost_what_was_read_of_its_source_stays_unproven()
    {
        var driven = WithReader(Driven.WithFacts());
        await Driven.WithCopyAsync(driven);
        driven.LoseRecords();

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("Is there a manifest of the source to compare with?", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_proof_that_cannot_be_read_is_not_passed_over()
    {
        var driven = await ProvenAsync(isCompared: false);
        driven.LoseRecords();
        driven.Facts.Refusal = version => FactKey.TryParse(version.Key)?.Kind == FactKind.BirthCertificate ? MemoryCloud.Refusal(CloudFault.AccessDenied, "s3:GetObjectVersion", "AccessDenied") : null;

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Inconclusive, run.Outcome);
        Assert.Contains("runbooks/facts-not-kept.md", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revocation_that_was_kept_fails_the_drill()
    {
        var driven = await ProvenAsync(isCompared: false);
        var copy = driven.Cloud.VaultSnapshots.Values.Single().Snapshot;
        driven.Facts.Lay(new CopyFactObjects(driven.Options.Installation, Sample.Database, copy.Name).Of(new Revocation
        {
            Database = Sample.Database, CopyName = copy.Name, CopyArn = copy.Arn, Drill = Sample.Drill, FoundBy = Sample.Drill, LaterCopy = "later", EarlierCopy = "earlier",
            Places = ["public.homework, blocks 0 to 1"], RecordedAt = driven.Time.GetUtcNow(),
        }));
        driven.LoseRecords();

        var run = await driven.DrillAsync();

        Assert.Equal(RunOutcome.Fail, run.Outcome);
        Assert.Contains("Does the proof of this copy stand? No", run.Summary, StringComparison.Ordinal);
    }

    private static async Task<Driven> ProvenAsync(bool isCompared)
    {
        var driven = Driven.WithFacts();
        if (isCompared)
        {
            WithReader(driven);
        }

        await Driven.WithCopyAsync(driven);
        Assert.Equal(RunOutcome.Pass, (await driven.DrillAsync()).Outcome);
        return driven;
    }

    private static Driven WithReader(Driven driven)
    {
        var reader = new SourceReaderOptions { User = "reader", PasswordFile = "/none", RootCertificate = "/none", Reads = SourceReading.OldRows };
        driven.Options = driven.Options with
        {
            Databases = [driven.Options.Databases[0] with { Reader = reader }],
            Facts = driven.Options.Facts! with { LongestDocument = 1_000_000 },
        };
        driven.Cloud.Content = [.. driven.Cloud.Content.Select(static reading => reading with { Rows = reading.Name == MemoryReaders.Students ? 40 : 0 })];
        return driven;
    }

    private static DrillState StateOf(Run run) => CanonicalJson.Read<DrillState>(run.State);

    private static Task<CopyRecord> RecordAsync(Driven driven, Run run) =>
        new FactReader(driven.Facts, driven.Options.Facts!).ReadAsync(driven.Options.Installation, Sample.Database, StateOf(run).CopyName!, CancellationToken.None);
}
