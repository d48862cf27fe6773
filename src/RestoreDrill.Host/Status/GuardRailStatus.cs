using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Status;

/// <summary>How the guard rails stood when they were last looked at, by night or by a drill.</summary>
internal sealed record GuardRailStatus
{
    /// <summary>When the one was looked at that was not looked at for longest; null: one of them never was.</summary>
    public required DateTimeOffset? LookedAt { get; init; }

    public required int Holding { get; init; }

    /// <summary>Those that are broken, then those that could not be checked.</summary>
    public required IReadOnlyList<GuardRailTrouble> NotHolding { get; init; }

    /// <summary>What makes every database red, one sentence each: no copy of any can be relied on.</summary>
    public IEnumerable<string> Red => NotHolding.Where(static trouble => trouble.IsRed).Select(static trouble => trouble.Sentence);

    /// <summary>That nobody has looked for too long; null: somebody has, or nobody said how often.</summary>
    public required string? Outdated { get; init; }

    public static GuardRailStatus Of(IReadOnlyList<RecordedAnswer> latest, InstallationOptions options, IReadOnlyList<Run> runs, DateTimeOffset now)
    {
        var known = latest.Where(one => GuardRailCatalog.Of(options).Any(rail => rail.Id == one.Answer.Rail) && (one.Answer.Database is not { } of || options.Find(of) is not null)).ToList();
        var lookedAt = LookedAtOf(known, options);
        var answers = known.Where(one => !IsOverrun(one, runs)).ToList();
        return new GuardRailStatus
        {
            LookedAt = lookedAt,
            Holding = answers.Count(static one => one.Answer.State == GuardRailState.Holds),
            NotHolding =
            [
                .. answers.Where(static one => one.Answer.State != GuardRailState.Holds)
                    .OrderBy(static one => one.Answer.State)
                    .Select(one => GuardRailTrouble.Of(one, IsVital(one.Answer.Rail, options))),
            ],
            Outdated = OutdatedSince(lookedAt, options, now),
        };
    }

    private static DateTimeOffset? LookedAtOf(List<RecordedAnswer> known, InstallationOptions options)
    {
        var accounts = known.Where(static one => one.Answer.Database is null).ToList();
        var missing = accounts.Count == 0 || options.Databases.Any(database => known.TrueForAll(one => one.Answer.Database != database.Name));
        return missing ? null : known.Where(static one => one.Answer.Rail != GuardRailCatalog.NewestProof.Id).Min(static one => one.At);
    }

    /// <summary>A run that went well since has changed what these are about; the next look tells.</summary>
    private static bool IsOverrun(RecordedAnswer one, IReadOnlyList<Run> runs)
    {
        RunOutcome? outcome = one.Answer.Rail == GuardRailCatalog.NewestProof.Id ? RunOutcome.Pass
            : one.Answer.Rail == GuardRailCatalog.NewestCopy.Id || one.Answer.Rail == GuardRailCatalog.CopiesOutliveDrills.Id ? RunOutcome.Copied
            : null;
        return outcome is not null && runs.Any(run => run.Kind != RunKind.Restore && run.Database == one.Answer.Database && run.Outcome == outcome && run.FinishedAt > one.At);
    }

    /// <summary>Route <c>rds-snapshot</c> was chosen knowing that it has no lock: that is told, and nothing that changed.</summary>
    private static bool IsVital(string rail, InstallationOptions options) =>
        GuardRailCatalog.Of(rail).IsVital && (options.Route != CopyRoute.RdsSnapshot || rail != GuardRailCatalog.VaultLock.Id);

    /// <summary>Where nothing is scheduled, nobody said how often somebody looks.</summary>
    private static string? OutdatedSince(DateTimeOffset? lookedAt, InstallationOptions options, DateTimeOffset now) =>
        now - lookedAt <= GuardRailWatch.Fresh || options.Databases.All(static database => database.Schedule is null)
            ? null
            : $"the guard rails were {(lookedAt is { } at ? $"last looked at {Words.Ago(at, now)}" : "never all looked at")}, and a service does so every night: is one running? `restoredrill guard` looks now";
}
