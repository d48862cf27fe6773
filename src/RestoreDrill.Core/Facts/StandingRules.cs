using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// What the facts about a copy come to. The latest verdict with an answer counts; an inconclusive one answers nothing. A revocation is for good. A pass counts only where every fail, and every
/// verdict that cannot be read, is older by both clocks, that of the drill and that of the store: a wrong clock on either side never turns a fail into a pass. A revocation that cannot be
/// read is one that there may be.
/// </summary>
public static class StandingRules
{
    /// <summary>What a snapshot in the vault is worth: what the copy of its name is, where it is that copy.</summary>
    /// <param name="copy">The snapshot, as the vault account shows it.</param>
    /// <param name="record">What the store holds about the copy of its name.</param>
    public static StandingReport Judge(CloudSnapshot copy, CopyRecord record)
    {
        var report = Judge(record);
        var identity = CopyIdentity.Of(copy, record, report.Decisive);
        return identity.Doubt is { } doubt && report.Standing is (CopyStanding.Proven or CopyStanding.Unproven)
            ? report with { Standing = CopyStanding.NotKnown, Reason = doubt, Decisive = null }
            : report with { Changes = identity.Problems };
    }

    /// <summary>What the facts come to, whichever snapshot they are about.</summary>
    public static StandingReport Judge(CopyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var problems = new List<FactProblem>(record.Problems);
        var verdicts = new List<(VerdictFact Verdict, KeptFact Fact)>();
        foreach (var fact in record.OfKind(FactKind.Verdict))
        {
            var (verdict, problem) = Understand(fact);
            if (verdict is not null)
            {
                verdicts.Add((verdict, fact));
            }
            else
            {
                problems.Add(Misplaced(fact, problem!));
            }
        }

        var revocations = new List<Revocation>();
        foreach (var fact in record.OfKind(FactKind.Revocation))
        {
            var (revocation, problem) = Read(fact);
            if (revocation is not null)
            {
                revocations.Add(revocation);
            }
            else
            {
                problems.Add(Misplaced(fact, problem!));
            }
        }

        var (standing, reason, decisive) = Decide(verdicts, revocations, [.. problems.Where(static problem => problem.HidesFact)]);
        return new StandingReport(standing, reason, decisive, problems) { Unanswered = standing == CopyStanding.Unproven && verdicts is [.., var (last, _)] ? last.Drill : null };
    }

    private static (CopyStanding Standing, string Reason, VerdictFact? Decisive) Decide(
        List<(VerdictFact Verdict, KeptFact Fact)> verdicts, List<Revocation> revocations, List<FactProblem> hiding)
    {
        if (revocations.Count > 0)
        {
            return (CopyStanding.Revoked, Capital(revocations[0].ToString()), null);
        }

        var failed = verdicts.Where(static one => one.Verdict.Verdict.Outcome == RunOutcome.Fail).ToList();
        var passed = verdicts.Where(static one => one.Verdict.Verdict.Outcome == RunOutcome.Pass)
            .Where(one => failed.TrueForAll(fail => IsBefore(fail.Fact.Key.Time, fail.Fact.StoredAt, one.Fact))).ToList();
        if (passed.Count == 0 && failed.Count > 0)
        {
            var last = failed[^1].Verdict;
            return (CopyStanding.Failed, $"Drill {last.Drill} failed, and no pass is newer by the drills' clock and by the store's: {last.Verdict.Sentence}", last);
        }

        var doubts = hiding.Where(problem => MayBe(problem, FactKind.Revocation)
            || (MayBe(problem, FactKind.Verdict) && !passed.Exists(one => FactKey.TryParse(problem.Key) is { } key && IsBefore(key.Time, problem.StoredAt, one.Fact)))).ToList();
        if (doubts.Count > 0)
        {
            return (CopyStanding.NotKnown, $"What may say that the copy is not right cannot be read: {string.Join("; ", doubts)}.", null);
        }

        return passed.Count > 0
            ? (CopyStanding.Proven, $"Drill {passed[^1].Verdict.Drill} passed: {passed[^1].Verdict.Verdict.Sentence}", passed[^1].Verdict)
            : (CopyStanding.Unproven, verdicts is [.., var (unanswered, _)] ? $"No drill of the copy has given an answer. Drill {unanswered.Drill}: {unanswered.Verdict.Sentence}" : "No drill of the copy has given an answer: none has been concluded.", null);
    }

    private static bool IsBefore(DateTimeOffset time, DateTimeOffset storedAt, KeptFact pass) => time < pass.Key.Time && storedAt <= pass.StoredAt;

    private static bool MayBe(FactProblem problem, FactKind kind) => FactKey.TryParse(problem.Key)?.Kind == kind;

    private static (VerdictFact? Verdict, string? Problem) Understand(KeptFact fact)
    {
        var (verdict, problem) = VerdictFact.Read(fact.Fact.Document);
        return verdict is not null && (verdict.CopyName != fact.Key.Copy || verdict.Database != fact.Key.Database)
            ? (null, $"it is of copy {verdict.CopyName} of {verdict.Database}")
            : (verdict, problem);
    }

    private static (Revocation? Revocation, string? Problem) Read(KeptFact fact)
    {
        try
        {
            var revocation = CanonicalJson.Read<Revocation>(fact.Fact.Document);
            return revocation.CopyName == fact.Key.Copy && revocation.Database == fact.Key.Database
                ? (revocation, null)
                : (null, $"it is of copy {revocation.CopyName} of {revocation.Database}");
        }
        catch (InvalidDataException e)
        {
            return (null, e.Message);
        }
    }

    private static FactProblem Misplaced(KeptFact fact, string reason) => new(FactProblemKind.Misplaced, fact.Key.ToString(), reason, fact.StoredAt);

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
}
