using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Tests.Watching;

namespace RestoreDrill.Core.Tests.Chain;

public sealed class RevokedCopiesTests
{
    private static readonly Revocation First = MemoryRevocations.Of("arn:b");

    private readonly RevokedCopies _revoked = new([First, MemoryRevocations.Of("arn:b", minutes: 5), MemoryRevocations.Of("arn:d", "rd-copy-acme-d")]);

    [Theory]
    [InlineData(RunOutcome.Pass, """{"copyArn":"arn:a"}""", true)]
    [InlineData(RunOutcome.Pass, """{"copyArn":"arn:b"}""", false)]
    [InlineData(RunOutcome.Pass, """{"copyArn":null}""", true)]
    [InlineData(RunOutcome.Pass, "{}", true)]
    [InlineData(RunOutcome.Fail, """{"copyArn":"arn:a"}""", false)]
    [InlineData(RunOutcome.Inconclusive, "{}", false)]
    [InlineData(RunOutcome.Copied, "{}", false)]
    [InlineData(null, "{}", false)]
    public void Only_a_drill_that_passed_and_whose_copy_stands_is_a_proof(RunOutcome? outcome, string state, bool isProof) =>
        Assert.Equal(isProof, _revoked.IsProof(Drill(outcome, state)));

    [Fact]
    public void Emergency_restore_that_passed_is_no_proof() =>
        Assert.False(_revoked.IsProof(Drill(RunOutcome.Pass, """{"copyArn":"arn:a"}""") with { Kind = RunKind.Restore }));

    [Fact]
    public void First_revocation_of_a_copy_is_told_whatever_its_run_ended_with()
    {
        Assert.Same(First, _revoked.Of(Drill(RunOutcome.Fail, """{"copyArn":"arn:b","relationsDone":"of another version"}""")));
        Assert.Same(First, _revoked.OfCopy("rd-copy-acme-b"));
        Assert.Null(_revoked.OfCopy("rd-copy-acme-a"));
    }

    [Fact]
    public void Reason_is_no_part_of_what_is_recorded() =>
        Assert.DoesNotContain("found rows that are in copy", CanonicalJson.Write(First), StringComparison.Ordinal);

    private static Run Drill(RunOutcome? outcome, string state) => new()
    {
        Id = RunId.Parse("d00000000001"),
        Kind = RunKind.Drill,
        Database = Sample.Database,
        Trigger = "test",
        Phase = "any",
        PhaseSince = Sample.Now,
        Troubles = 0,
        State = state,
        CreatedAt = Sample.Now,
        Outcome = outcome,
    };
}
