using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Facts;

public sealed class StandingTests
{
    private readonly MemoryFactStore _store = new(Sample.Now);

    [Fact]
    public async Task Copy_without_an_answer_is_unproven()
    {
        Lay(RunOutcome.Inconclusive, 1);

        await StandsAsync(CopyStanding.Unproven);
    }

    [Theory]
    [InlineData(new[] { RunOutcome.Pass }, CopyStanding.Proven)]
    [InlineData(new[] { RunOutcome.Pass, RunOutcome.Fail }, CopyStanding.Failed)]
    [InlineData(new[] { RunOutcome.Fail, RunOutcome.Pass }, CopyStanding.Proven)]
    [InlineData(new[] { RunOutcome.Pass, RunOutcome.Inconclusive }, CopyStanding.Proven)]
    [InlineData(new[] { RunOutcome.Pass, RunOutcome.Fail, RunOutcome.Inconclusive }, CopyStanding.Failed)]
    public async Task Latest_verdict_with_an_answer_counts(RunOutcome[] outcomes, CopyStanding standing)
    {
        for (var i = 0; i < outcomes.Length; i++)
        {
            Lay(outcomes[i], i);
        }

        await StandsAsync(standing);
    }

    [Theory]
    [InlineData(10, 5)]
    [InlineData(5, 10)]
    [InlineData(5, 5)]
    public async Task Pass_that_is_older_by_either_clock_does_not_outrank_a_fail(int passTime, int passStored)
    {
        Lay(RunOutcome.Fail, 7, storedAt: 7);
        Lay(RunOutcome.Pass, passTime, storedAt: passStored);

        await StandsAsync(CopyStanding.Failed);
    }

    [Fact]
    public async Task Revocation_is_for_good()
    {
        _store.Lay(FactSamples.Revocation(Sample.Now));
        Lay(RunOutcome.Pass, 100);

        Assert.Contains("is revoked", (await StandsAsync(CopyStanding.Revoked)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_marker_hides_nothing_and_is_reported()
    {
        Lay(RunOutcome.Pass, 1);
        var fail = Lay(RunOutcome.Fail, 2);
        _store.Lay(fail.Key, null);

        var report = await StandsAsync(CopyStanding.Failed);

        Assert.Equal((FactProblemKind.Hidden, fail.Key), report.Problems.Select(static problem => (problem.Kind, problem.Key)).Single());
    }

    [Fact]
    public async Task Delete_marker_over_a_fact_that_is_not_read_is_reported_too()
    {
        Lay(RunOutcome.Pass, 1);
        var manifest = _store.Lay(FactSamples.Objects.OfManifest(Sample.Drill, "a manifest"));
        _store.Lay(manifest.Key, null);

        var record = await new FactReader(_store, FactSamples.Options).ReadAsync(
            Sample.Installation, Sample.Database, FactSamples.Copy, FactReader.Deciding, TestContext.Current.CancellationToken);

        Assert.Empty(record.OfKind(FactKind.Manifest));
        Assert.Equal((FactProblemKind.Hidden, manifest.Key), record.Problems.Select(static problem => (problem.Kind, problem.Key)).Single());
        Assert.Equal(CopyStanding.Proven, StandingRules.Judge(record).Standing);
    }

    [Fact]
    public async Task Later_version_with_other_content_does_not_count_and_is_reported()
    {
        var fail = Lay(RunOutcome.Fail, 2);
        _store.Lay(fail.Key, FactSamples.Verdict(RunOutcome.Pass, Sample.Now.AddMinutes(2)).ToContent());

        var report = await StandsAsync(CopyStanding.Failed);

        Assert.Equal(FactProblemKind.Overwritten, Assert.Single(report.Problems).Kind);
    }

    [Fact]
    public async Task Later_version_with_the_same_content_is_no_problem()
    {
        var pass = FactSamples.Verdict(RunOutcome.Pass, Sample.Now);
        _store.Lay(pass);
        _store.Lay(pass);

        Assert.Empty((await StandsAsync(CopyStanding.Proven)).Problems);
    }

    [Fact]
    public async Task Pass_whose_digest_does_not_agree_is_no_pass()
    {
        var key = FactSamples.Verdict(RunOutcome.Fail, Sample.Now).Key.ToString();
        _store.Lay(key, FactSamples.Verdict(RunOutcome.Pass, Sample.Now).ToContent());

        var report = await StandsAsync(CopyStanding.NotKnown);

        Assert.Equal(FactProblemKind.Altered, Assert.Single(report.Problems).Kind);
        Assert.Null(report.Decisive);
    }

    [Theory]
    [InlineData(0, CopyStanding.Proven)]
    [InlineData(9, CopyStanding.NotKnown)]
    public async Task Verdict_that_cannot_be_read_counts_against_every_pass_that_is_not_newer(int unreadableAt, CopyStanding standing)
    {
        var unreadable = Lay(RunOutcome.Pass, unreadableAt);
        Lay(RunOutcome.Pass, 5);
        _store.Refusal = version => version == unreadable ? Refused(CloudFault.KeyNotAccessible) : null;

        var report = await StandsAsync(standing);

        Assert.Equal(FactProblemKind.Unreadable, Assert.Single(report.Problems).Kind);
    }

    [Fact]
    public async Task Revocation_that_cannot_be_read_counts_against_every_pass()
    {
        var revocation = _store.Lay(FactSamples.Revocation(Sample.Now));
        Lay(RunOutcome.Pass, 5);
        _store.Refusal = version => version == revocation ? Refused(CloudFault.AccessDenied) : null;

        await StandsAsync(CopyStanding.NotKnown);
    }

    [Fact]
    public async Task Pass_of_another_copy_laid_under_this_one_is_no_pass()
    {
        var other = FactSamples.Verdict(RunOutcome.Pass, Sample.Now, "rd-copy-acme-c0another000");
        _store.Lay((other.Key with { Copy = FactSamples.Copy }).ToString(), other.ToContent());

        var report = await StandsAsync(CopyStanding.NotKnown);

        Assert.Equal(FactProblemKind.Misplaced, Assert.Single(report.Problems).Kind);
    }

    [Fact]
    public async Task Verdict_of_a_form_that_is_not_known_is_no_pass()
    {
        _store.Lay(FactObject.Of(Sample.Installation, Sample.Database, FactSamples.Copy, FactKind.Verdict, Sample.Now, """{"form":"restoredrill/verdict/9"}"""));

        await StandsAsync(CopyStanding.NotKnown);
    }

    [Fact]
    public async Task Key_that_is_not_ours_is_reported_and_no_more()
    {
        Lay(RunOutcome.Pass, 1);
        _store.Lay($"acme/courses/{FactSamples.Copy}/verdict/readme.txt", [1]);

        Assert.Equal(FactProblemKind.Foreign, Assert.Single((await StandsAsync(CopyStanding.Proven)).Problems).Kind);
    }

    [Fact]
    public async Task Object_that_is_too_long_is_not_read()
    {
        Lay(RunOutcome.Pass, 1);
        _store.Lay(FactSamples.Verdict(RunOutcome.Fail, Sample.Now.AddMinutes(9)).Key.ToString(), new byte[FactSamples.Options.LongestDocument + 1]);

        Assert.Contains("of which no more than 10,000 are read", (await StandsAsync(CopyStanding.NotKnown)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_that_may_pass_is_no_answer_about_the_copy()
    {
        Lay(RunOutcome.Pass, 1);
        _store.Refusal = static _ => Refused(CloudFault.Throttled);

        await Assert.ThrowsAsync<CloudException>(() => FactSamples.ReadAsync(_store));
    }

    [Fact]
    public async Task Manifest_counts_only_by_the_digest_of_the_copys_tag()
    {
        var right = FactObject.Of(Sample.Installation, Sample.Database, FactSamples.Copy, FactKind.Manifest, Sample.Now, """{"right":true}""");
        _store.Lay(FactObject.Of(Sample.Installation, Sample.Database, FactSamples.Copy, FactKind.Manifest, Sample.Now, """{"right":false}"""));
        _store.Lay(right);

        var record = await FactSamples.ReadAsync(_store);

        Assert.Equal(right, record.WithDigest(FactKind.Manifest, right.Key.Sha256));
        Assert.Null(record.WithDigest(FactKind.Manifest, new string('0', 64)));
        Assert.Null(record.WithDigest(FactKind.BirthCertificate, right.Key.Sha256));
    }

    private FactVersion Lay(RunOutcome outcome, int minute, int? storedAt = null)
    {
        _store.Now = Sample.Now.AddMinutes(storedAt ?? minute);
        return _store.Lay(FactSamples.Verdict(outcome, Sample.Now.AddMinutes(minute)));
    }

    private async Task<StandingReport> StandsAsync(CopyStanding expected)
    {
        var report = await FactSamples.StandingAsync(_store);
        Assert.True(report.Standing == expected, $"{report.Standing}: {report.Reason}");
        return report;
    }

    private static CloudException Refused(CloudFault fault) => new(fault, "s3:GetObject", "a fact", fault.ToString(), "id", "no.");
}
