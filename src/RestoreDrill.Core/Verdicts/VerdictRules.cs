using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Verdicts;

/// <summary>
/// How findings become a verdict. A pass needs every check to have run and passed, and rows to have been read; what could not be judged is
/// counted and lowers the verdict, never left out.
/// </summary>
public static class VerdictRules
{
    /// <summary>The verdict, and the birth certificate to pin with it (only for a first drill in which all else passed).</summary>
    public static (Verdict Verdict, BirthCertificate? Pin) Conclude(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        List<CheckResult> checks =
        [
            .. ChainChecks.Revoked(findings),
            .. StandingCheck.Of(findings),
            IdentityChecks.Version(findings),
            IdentityChecks.Cluster(findings),
            RowChecks.Databases(findings),
            RowChecks.RowsRead(findings),
            RowChecks.Damage(findings),
            .. RowChecks.ExpectedRows(findings),
            .. RowChecks.ReadShares(findings),
            SourceChecks.Manifest(findings),
            .. SourceChecks.Catalogs(findings),
            .. SourceChecks.Rows(findings),
            .. StructureChecks.Of(findings),
            .. findings.UserChecks,
        ];

        // What was not judged against the source keeps no certificate from being pinned; what was found to differ does.
        List<CheckResult> shares = [.. SourceChecks.ProvenShares(findings), .. ChainChecks.Agreement(findings), .. ChainChecks.Shares(findings)];
        var loss = LossCheck.Ask(findings);

        // A verifier that may be blind pins nothing.
        var selfTest = SelfTestCheck.Ask(findings.SelfTest);
        var pins = findings.Certificate is null && !Bars(loss) && !Bars(selfTest) && checks.TrueForAll(static check => !Bars(check) || check is { Id: SourceChecks.ManifestId, Outcome: CheckOutcome.NotAvailable });
        var pin = pins ? BirthCertificate.Of(findings) : null;
        checks.Add(selfTest);
        checks.Add(CertificateCheck.Ask(findings, pin));
        checks.AddRange(shares);

        // Last: where the copy is not what its source was, that is the news, and not that the source had lost something.
        checks.Add(loss);

        var outcome = OutcomeOf(checks);
        var counts = Count(findings);
        var verdict = new Verdict
        {
            Outcome = outcome,
            Level = outcome == RunOutcome.Pass ? LevelOf(findings) : null,
            Sentence = Sentence(outcome, findings, counts, checks),
            Checks = checks,
            Counts = counts,
            AgainstSource = SourceChecks.Words(findings, counts),
            AgainstEarlier = IsChained(findings) ? ChainChecks.Words(findings) : null,
            ReadingsSha256 = BirthCertificate.DigestOf(findings.Readings),
        };
        return (verdict, pin);
    }

    /// <summary>The level of a pass.</summary>
    private static VerdictLevel LevelOf(Findings findings) => findings switch
    {
        { Source: { Problem: null, Limit: not null, Catalogs.Count: > 0 } source } when source.Rows.Any(static relation => relation.RowsProven > 0) => VerdictLevel.MatchesSource,
        { Source: { Problem: null } or { WasAsked: false } } when ChainChecks.Proves(findings) => VerdictLevel.MatchesSource,
        { Certificate: null } => VerdictLevel.Restores,
        _ => VerdictLevel.Unchanged,
    };

    /// <summary>The verdict of a drill that could not come to findings.</summary>
    public static Verdict WithoutFindings(StepFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new Verdict
        {
            Outcome = failure.BlamesTheCopy ? RunOutcome.Fail : RunOutcome.Inconclusive,
            Sentence = failure.Message,
        };
    }

    private static bool IsChained(Findings findings) => findings.Chain is { Base: not null, Problem: null };

    private static bool IsSourceCompared(Findings findings) => findings.Source.Problem is null && findings.Source.Catalogs.Count > 0;

    /// <summary>Whether a check keeps a drill from passing.</summary>
    private static bool Bars(CheckResult check) => check.Outcome != CheckOutcome.Passed && !check.Warns && !(check.MayBeUnavailable && check.Outcome == CheckOutcome.NotAvailable);

    private static bool Fails(CheckResult check) => (check.Outcome is CheckOutcome.Failed or CheckOutcome.Errored) && !check.Warns && !check.JudgesTheVerifier;

    private static RunOutcome OutcomeOf(List<CheckResult> checks) =>
        checks.Exists(Fails) ? RunOutcome.Fail : checks.Exists(Bars) ? RunOutcome.Inconclusive : RunOutcome.Pass;

    private static VerdictCounts Count(Findings findings)
    {
        var read = findings.Readings.Where(static reading => reading.Outcome == ReadingOutcome.Read).ToList();
        var notJudged = findings.Readings.Where(static reading => reading.Outcome is ReadingOutcome.NotJudged or ReadingOutcome.Damaged).ToList();
        var holdRows = findings.Readings
            .Where(static reading => reading.Rows > 0 || reading.Outcome is ReadingOutcome.NotJudged or ReadingOutcome.Damaged)
            .Select(static reading => reading.Name.Database)
            .ToHashSet();
        return new VerdictCounts
        {
            DatabasesVerified = findings.Inventory.Databases.Count(static database => database.Verified),
            DatabasesNotVerified = findings.Inventory.Databases.Count(static database => !database.Verified),
            EmptyDatabases = [.. findings.Inventory.Databases.Where(database => database.Verified && !holdRows.Contains(database.Name)).Select(static database => database.Name)],
            RelationsRead = read.Count,
            RelationsEmpty = read.Count(static reading => reading.Rows == 0),
            RelationsNotJudged = notJudged.Count,
            RelationsNotProtected = findings.Readings.Count(static reading => reading.Outcome == ReadingOutcome.NotProtected),
            RowsRead = read.Sum(static reading => reading.Rows),
            RowsNotJudged = notJudged.Sum(static reading => reading.Rows),
        };
    }

    private static string Sentence(RunOutcome outcome, Findings findings, VerdictCounts counts, List<CheckResult> checks)
    {
        var read = FormattableString.Invariant($"{counts.RowsRead:N0} rows of {counts.RelationsRead} relations were read");
        if (outcome == RunOutcome.Pass)
        {
            var warned = string.Concat(checks.Where(static check => check.Warns).Select(static check => $" Warning: {check.Id}: {check.Found}; expected: {check.Expected}."));
            var against = (IsSourceCompared(findings) ? $" Against its source: {SourceChecks.Words(findings, counts)}."
                    : ChainChecks.Proves(findings) ? string.Empty
                    : " Whether it matches its source is not judged.")
                + (IsChained(findings) ? $" Against an earlier copy: {ChainChecks.Words(findings)}." : string.Empty);
            return (findings.Certificate is null
                ? $"The copy restores: {read}, and its birth certificate is pinned."
                : $"The copy restores and is unchanged since its first drill: {read}, all equal.") + against + warned;
        }

        var worst = checks.Find(Fails) ?? checks.First(Bars);
        return outcome == RunOutcome.Fail
            ? $"{worst.Question} {Word(worst.Outcome)}: {worst.Found.TrimEnd('.')}. Expected: {worst.Expected}."
            : $"The drill does not pass: {worst.Question} {Word(worst.Outcome)}: {worst.Found.TrimEnd('.')}. Expected: {worst.Expected}.";
    }

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Failed => "No",
        CheckOutcome.Errored => "That could not be asked",
        CheckOutcome.TimedOut => "Timed out",
        _ => "Not answered",
    };
}
