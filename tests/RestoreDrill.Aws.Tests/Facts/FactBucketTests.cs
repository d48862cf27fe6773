using System.Text;
using Amazon.S3.Model;
using RestoreDrill.Aws.Tests.Wire;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Facts;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Verdicts;
using RestoreDrill.Sandbox.Control;

namespace RestoreDrill.Aws.Tests.Facts;

[Collection(nameof(SharedFactSandbox))]
public sealed class FactBucketTests(FactSandbox sandbox)
{
    private const string Database = "courses";
    private const string Copy = "rd-copy-acme-c0abcdef0123";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fact_is_put_locked_and_read_back()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        var fact = Verdict(RunOutcome.Pass);

        var deposit = await PutAsync(options, fact);

        Assert.True(deposit.IsKept, deposit.Problem);
        Assert.Equal(FactDepositOutcome.Stored, deposit.Outcome);
        Assert.Equal(fact, Assert.Single((await ReadAsync(options)).Facts).Fact);
        Assert.Equal(CopyStanding.Proven, (await StandingAsync(options)).Standing);
        await Assert.ThrowsAnyAsync<Amazon.S3.AmazonS3Exception>(
            () => sandbox.Administrator.DeleteObjectAsync(options.Bucket, fact.Key.ToString(), deposit.Version!.VersionId, Ct));
    }

    [Fact]
    public async Task Large_fact_is_put_compressed_and_read_back()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        var fact = FactObject.Of(Shapes.Installation, Database, Copy, FactKind.Manifest, Now, $$"""{"text":"{{new string('x', 1_500_000)}}"}""");

        Assert.True((await PutAsync(options, fact)).IsKept);
        Assert.Equal(fact, (await ReadAsync(options)).WithDigest(FactKind.Manifest, fact.Key.Sha256));
    }

    [Fact]
    public async Task Put_again_makes_no_second_version()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        var fact = Verdict(RunOutcome.Pass);
        await PutAsync(options, fact);

        var again = await PutAsync(options, fact);

        Assert.Equal((FactDepositOutcome.AlreadyThere, true), (again.Outcome, again.IsKept));
        Assert.Single(await sandbox.Open(options).ListVersionsAsync("", Ct));
    }

    [Theory]
    [InlineData(FaultMoment.LostAnswer)]
    [InlineData(FaultMoment.After)]
    public async Task Put_whose_answer_was_lost_finds_its_own_fact(FaultMoment moment)
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        sandbox.Host.Control.Fail(new CallFault { Action = "PutObject", Moment = moment });

        var deposit = await PutAsync(options, Verdict(RunOutcome.Pass));

        Assert.True(deposit.IsKept, deposit.Problem);
        Assert.Single(await sandbox.Open(options).ListVersionsAsync("", Ct));
    }

    [Fact]
    public async Task Throttling_is_waited_out_and_said_when_it_does_not_end()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        sandbox.Host.Control.Throttle(1, "PutObject");
        await PutAsync(options, Verdict(RunOutcome.Pass));

        sandbox.Host.Control.Throttle(null, "ListObjectVersions");
        try
        {
            var throttled = await Assert.ThrowsAsync<CloudException>(() => ReadAsync(options));
            Assert.Equal((CloudFault.Throttled, "s3:ListObjectVersions", true), (throttled.Fault, throttled.Operation, throttled.MayPass));
        }
        finally
        {
            sandbox.Host.Control.ClearFaults();
        }
    }

    [Fact]
    public async Task Role_without_the_permission_is_denied_and_the_call_is_named()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));

        var denied = await Assert.ThrowsAsync<CloudException>(() => sandbox.Open(options, "restoredrill-drill").ListVersionsAsync("acme/", Ct));

        Assert.Equal((CloudFault.AccessDenied, "s3:ListObjectVersions"), (denied.Fault, denied.Operation));
        Assert.Contains("s3:ListBucketVersions", denied.Message, StringComparison.Ordinal);
        Assert.Contains(options.Bucket, denied.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bucket_of_another_owner_is_refused()
    {
        var options = (await sandbox.BucketAsync(retention: TimeSpan.FromDays(30))) with { Owner = "111111111111" };

        Assert.Equal(CloudFault.AccessDenied, (await Assert.ThrowsAsync<CloudException>(() => PutAsync(options, Verdict(RunOutcome.Pass)))).Fault);
    }

    [Fact]
    public async Task Bucket_that_is_not_there_is_not_found()
    {
        var options = new FactStoreOptions { Bucket = "never-made", Owner = "222222222222" };

        Assert.Equal(CloudFault.NotFound, (await Assert.ThrowsAsync<CloudException>(() => ReadAsync(options))).Fault);
    }

    [Fact]
    public async Task Fact_stays_under_a_delete_marker_and_the_marker_is_reported()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        var fail = Verdict(RunOutcome.Fail);
        await PutAsync(options, fail);
        await sandbox.Administrator.DeleteObjectAsync(options.Bucket, fail.Key.ToString(), Ct);

        var standing = await StandingAsync(options);

        Assert.Equal(CopyStanding.Failed, standing.Standing);
        Assert.Equal(FactProblemKind.Hidden, Assert.Single(standing.Problems).Kind);
        var again = await PutAsync(options, fail);
        Assert.Equal((FactDepositOutcome.AlreadyThere, true), (again.Outcome, again.IsKept));
    }

    [Fact]
    public async Task Second_version_does_not_count_and_is_reported()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        var fail = Verdict(RunOutcome.Fail);
        await PutAsync(options, fail);
        await LayAsync(options, fail.Key.ToString(), Verdict(RunOutcome.Pass).Document);

        var standing = await StandingAsync(options);

        Assert.Equal(CopyStanding.Failed, standing.Standing);
        Assert.Equal(FactProblemKind.Overwritten, Assert.Single(standing.Problems).Kind);
    }

    [Fact]
    public async Task Key_that_was_taken_before_is_said_and_what_took_it_is_no_pass()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        var fail = Verdict(RunOutcome.Fail);
        await LayAsync(options, fail.Key.ToString(), Verdict(RunOutcome.Pass).Document);

        Assert.Equal(FactDepositOutcome.Taken, (await PutAsync(options, fail)).Outcome);
        Assert.Equal(CopyStanding.NotKnown, (await StandingAsync(options)).Standing);
    }

    [Fact]
    public async Task Download_that_breaks_off_is_no_content()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        await PutAsync(options, FactObject.Of(Shapes.Installation, Database, Copy, FactKind.Verdict, Now, $$"""{"text":"{{new string('x', 1_000_000)}}"}"""));
        sandbox.Host.Control.Fail(new CallFault { Action = "GetObject", Moment = FaultMoment.LostAnswer, Times = null });
        try
        {
            var lost = await Assert.ThrowsAsync<CloudException>(() => ReadAsync(options));
            Assert.Equal((CloudFault.Unreachable, "s3:GetObject"), (lost.Fault, lost.Operation));
        }
        finally
        {
            sandbox.Host.Control.ClearFaults();
        }
    }

    [Fact]
    public async Task Object_that_is_too_long_is_not_read()
    {
        var options = (await sandbox.BucketAsync(retention: TimeSpan.FromDays(30))) with { LongestDocument = 1000 };
        await LayAsync(options, Verdict(RunOutcome.Pass).Key.ToString(), new string(' ', 5000));

        Assert.Equal(FactProblemKind.Unreadable, Assert.Single((await ReadAsync(options)).Problems).Kind);
    }

    [Fact]
    public async Task Many_versions_are_listed_over_all_pages_the_oldest_of_a_key_first()
    {
        var options = await sandbox.BucketAsync();
        for (var i = 0; i < 3; i++)
        {
            await LayAsync(options, "acme/a", $"{i}");
        }

        foreach (var batch in Enumerable.Range(0, 1000).Chunk(50))
        {
            await Task.WhenAll(batch.Select(i => LayAsync(options, $"acme/b{i:0000}", "")));
        }

        var store = sandbox.Open(options);
        var versions = await store.ListVersionsAsync("acme/", Ct);

        Assert.Equal(1003, versions.Count);
        Assert.Equal("0", Encoding.UTF8.GetString((await store.ReadAsync(versions[0], 100, Ct))!));
    }

    [Fact]
    public async Task Bucket_without_object_lock_is_refused_loudly()
    {
        var options = await sandbox.BucketAsync(objectLock: false, retention: TimeSpan.FromDays(30));

        var refused = await Assert.ThrowsAsync<CloudException>(() => PutAsync(options, Verdict(RunOutcome.Pass)));
        Assert.Contains("Bucket is missing Object Lock Configuration", refused.Message, StringComparison.Ordinal);
        Assert.Contains(await ProblemsAsync(options), static problem => problem.Contains("has no Object Lock", StringComparison.Ordinal));

        var byDefault = await PutAsync(options with { Retention = null }, Verdict(RunOutcome.Pass));
        Assert.Equal((false, true), (byDefault.IsKept, byDefault.Problem!.Contains("is not locked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Bucket_with_a_default_retention_locks_by_itself()
    {
        var options = await sandbox.BucketAsync(defaultDays: 40);

        Assert.Empty(await ProblemsAsync(options));
        var deposit = await PutAsync(options, Verdict(RunOutcome.Pass));
        Assert.True(deposit.IsKept, deposit.Problem);
        Assert.Equal(40, (deposit.Lock!.Until!.Value - Now).TotalDays, 0.01);
    }

    [Fact]
    public async Task Examination_says_what_it_could_not_ask()
    {
        var options = await sandbox.BucketAsync(defaultDays: 40);

        var findings = await sandbox.Open(options, "restoredrill-drill").ExamineAsync(Ct);

        Assert.Equal(5, findings.NotCheckable.Count);
        Assert.Equal(5, FactStoreRules.Judge(findings, options, Shapes.Installation).Count);
        Assert.Null(findings.HasObjectLock);
    }

    [Fact]
    public async Task Examination_finds_a_policy_that_keeps_facts_out_and_none_where_there_is_none()
    {
        var options = await sandbox.BucketAsync(defaultDays: 40);
        using var bucket = sandbox.Open(options);

        Assert.Null((await bucket.ExamineAsync(Ct)).Policy);
        await sandbox.Administrator.PutBucketPolicyAsync(
            new PutBucketPolicyRequest
            {
                BucketName = options.Bucket,
                Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:PutObject","Resource":"arn:aws:s3:::{{options.Bucket}}/*"}]}""",
            },
            Ct);

        Assert.Contains("denies, or may deny, s3:PutObject", Assert.Single(FactStoreRules.Judge(await bucket.ExamineAsync(Ct), options with { Retention = TimeSpan.FromDays(40) }, Shapes.Installation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fact_can_be_deleted_once_its_retention_is_over_and_then_proves_nothing()
    {
        var options = await sandbox.BucketAsync(retention: TimeSpan.FromDays(30));
        var pass = Verdict(RunOutcome.Pass);
        var deposit = await PutAsync(options, pass);
        sandbox.Host.Control.Advance(TimeSpan.FromDays(31));

        Assert.Contains("not in COMPLIANCE mode until", (await PutAsync(options, pass)).Problem, StringComparison.Ordinal);
        await sandbox.Administrator.DeleteObjectAsync(options.Bucket, pass.Key.ToString(), deposit.Version!.VersionId, Ct);
        Assert.Equal(CopyStanding.Unproven, (await StandingAsync(options)).Standing);
    }

    private DateTimeOffset Now => sandbox.Host.Control.Now;

    private static FactObject Verdict(RunOutcome outcome) => new CopyFactObjects(Shapes.Installation, Database, Copy).Of(new VerdictFact
    {
        Database = Database,
        CopyName = Copy,
        CopyArn = $"arn:aws:rds:eu-west-1:222222222222:snapshot:{Copy}",
        Drill = Shapes.Drill,
        ConcludedAt = new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.Zero),
        Verdict = new Verdict { Outcome = outcome, Sentence = "It is so." },
    });

    private Task<FactDeposit> PutAsync(FactStoreOptions options, FactObject fact) =>
        new FactDepositor(sandbox.Open(options), options, new SandboxTime(() => Now)).PutAsync(fact, Ct);

    private Task<CopyRecord> ReadAsync(FactStoreOptions options) => new FactReader(sandbox.Open(options), options).ReadAsync(Shapes.Installation, Database, Copy, Ct);

    private async Task<StandingReport> StandingAsync(FactStoreOptions options) => StandingRules.Judge(await ReadAsync(options));

    private async Task<IReadOnlyList<string>> ProblemsAsync(FactStoreOptions options) =>
        FactStoreRules.Judge(await sandbox.Open(options).ExamineAsync(Ct), options, Shapes.Installation);

    private Task<PutObjectResponse> LayAsync(FactStoreOptions options, string key, string content) =>
        sandbox.Administrator.PutObjectAsync(new PutObjectRequest { BucketName = options.Bucket, Key = key, ContentBody = content }, Ct);

    private sealed class SandboxTime(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now();
    }
}
