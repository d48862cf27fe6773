using RestoreDrill.Core.Facts;

namespace RestoreDrill.Core.Verdicts;

/// <summary>
/// Whether what was known of a copy before its emergency restore speaks for it. A restore asks less than a drill does, since it has no source: that it finds nothing wrong takes nothing back of
/// what a drill has found. Asked only where something is known against the copy, which a person has named all the same.
/// </summary>
internal static class StandingCheck
{
    public const string Id = "standing";

    public static IEnumerable<CheckResult> Of(Findings findings)
    {
        // A revocation that is found again is told by a check of its own.
        if (findings.Planned is not { Standing: CopyStanding.Failed or CopyStanding.NotKnown or CopyStanding.Revoked } planned || findings.Revocation is not null)
        {
            yield break;
        }

        yield return new CheckResult
        {
            Id = Id,
            Question = "Does what is known of the copy speak for it?",
            Outcome = planned.Standing == CopyStanding.NotKnown ? CheckOutcome.NotAvailable : CheckOutcome.Failed,
            Expected = "a copy of which no drill has found that it is not right; this one was named all the same",
            Found = planned.Reason,
        };
    }
}
