using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Installation;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Watching;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Runs;

namespace RestoreDrill.Host.Status;

/// <summary>Looks at the records and, where it answers, at AWS, and says what is red.</summary>
internal sealed class StatusSurvey(InstallationOptions options, Ports ports, TimeSpan stuckAfter, TimeProvider time)
{
    private const int Newest = 10_000;

    /// <summary>What was left behind and is gone is told for so long; what is still there is told for ever.</summary>
    private static readonly TimeSpan GoneIsNews = TimeSpan.FromDays(30);

    /// <summary>A service takes a run up after <c>StuckAfter</c>; one that nobody has taken up after so many times as long, nobody will.</summary>
    private const int StuckFactor = 3;

    private readonly DateTimeOffset _now = time.GetUtcNow();

    public async Task<InstallationStatus> LookAsync(CancellationToken cancellationToken)
    {
        var runs = await ports.Runs.ListAsync(database: null, kind: null, Newest, cancellationToken);
        var recorded = await ports.Incidents.ListIncidentsAsync(Newest, cancellationToken);

        // Where no service is alive nobody records what it misses.
        var (unrecorded, unwatched) = await new Watch(options, ports.Schedules, ports.Incidents, ports.Runs).FindAsync(cancellationToken);
        IReadOnlyList<Incident> incidents = [.. unrecorded.Reverse(), .. recorded];
        var idle = (await ports.OpenRuns.ListOpenAsync(cancellationToken)).Where(open => !open.Leased && open.Idle > stuckAfter * StuckFactor).ToList();
        var leftovers = new Leftovers(options.Installation, ports, time);
        var vault = await AwsLook<IReadOnlyList<CloudSnapshot>>.AtAsync(ports.Vault.ListSnapshotsAsync, Leftovers.Patience, time, cancellationToken);
        var rails = GuardRailStatus.Of(await ports.GuardRailLog.LatestAnswersAsync(cancellationToken), options, runs, _now);
        var databases = new List<DatabaseStatus>();
        foreach (var name in Names(runs))
        {
            var ofDatabase = runs.Where(run => run.Database == name).ToList();
            var defects = new List<DefectStatus>();
            foreach (var run in ofDatabase.Where(static run => run.Defect is not null))
            {
                var defect = new DefectStatus(run.Id.Value, run.Defect!, Words.Defect(run), await leftovers.IsStillThereAsync(run, ofDatabase, cancellationToken));
                if (defect.IsRed || _now - run.FinishedAt <= GoneIsNews)
                {
                    defects.Add(defect);
                }
            }

            var revocations = await ports.Runs.RevocationsAsync(name, cancellationToken);
            var status = StatusOf(name, ofDatabase, revocations, defects, incidents, idle, vault.Answer);
            databases.Add(status with { Red = [.. status.Red, .. rails.Red.Where(_ => status.Instance is not null), .. unwatched.Where(schedule => schedule.Database == name).Select(Unwatched)] });
        }

        var quota = vault.Answer is { } snapshots
            ? new QuotaStatus(SnapshotQuota.Of(snapshots, options.Vault.SnapshotQuota, _now), null)
            : new QuotaStatus(null, vault.NotChecked);
        var left = await leftovers.ScratchInstancesAsync(runs, cancellationToken);
        return new InstallationStatus(options.Installation.Value, _now, databases, quota, left, rails, IncidentStatus.Of(incidents, _now));
    }

    private IEnumerable<string> Names(IReadOnlyList<Run> runs) => options.Databases.Select(static database => database.Name)
        .Concat(runs.Where(static run => run.FinishedAt is null || run.Defect is not null).Select(static run => run.Database))
        .Distinct(StringComparer.Ordinal);

    private DatabaseStatus StatusOf(
        string name,
        List<Run> runs,
        IReadOnlyList<Revocation> revocations,
        IReadOnlyList<DefectStatus> defects,
        IReadOnlyList<Incident> incidents,
        IReadOnlyList<OpenRun> idle,
        IReadOnlyList<CloudSnapshot>? snapshots)
    {
        var finished = runs.Where(static run => run.FinishedAt is not null).ToList();
        var lastCopyRun = finished.FirstOrDefault(static run => run.Kind == RunKind.Copy);
        var lastCopy = finished.FirstOrDefault(static run => run.Outcome == RunOutcome.Copied);
        var lastDrill = finished.FirstOrDefault(static run => run.Kind == RunKind.Drill);
        var revoked = new RevokedCopies(revocations);
        var lastProof = finished.FirstOrDefault(revoked.IsProof);
        var vault = snapshots is null ? null : new CopiesInVault(snapshots, options.Installation, name);
        var configured = options.Find(name);
        var keep = configured is null ? null : new LossInSource([.. finished.Where(static run => run.Kind == RunKind.Drill)], revoked).Find();
        var red = new List<string>(defects.Where(static defect => defect.IsRed).Select(static defect => $"{defect.Kind} by {defect.Run}: {defect.Defect}"));
        red.AddRange(idle.Where(open => open.Run.Database == name).Select(Undriven));
        if (keep is not null)
        {
            red.Add(keep.ToString());
            var held = keep.Copy ?? keep.Revoked!;
            if (vault?.TroubleWith(held) is { } gone)
            {
                red.Add($"the copy {held} that holds what the source has lost {gone}");
            }
        }

        red.AddRange(revocations.Where(revocation => vault is null || vault.Holds(revocation.CopyName)).Select(static revocation => $"{revocation}. See runbooks/drill-failed.md"));
        if (configured is not null)
        {
            Judge(red, lastCopyRun, lastCopy, "copy");
            Judge(red, lastDrill, lastProof, "proof", lastDrill is { Outcome: RunOutcome.Pass } ? revoked.Of(lastDrill) : null);
            JudgeSchedule(red, configured, incidents, lastCopy, lastProof);
            if (vault is not null)
            {
                JudgeCopies(red, vault, lastCopy, lastProof, finished.Where(static run => run.Kind == RunKind.Drill));
            }
        }

        return new DatabaseStatus
        {
            Database = name,
            Instance = configured?.Instance,
            LastCopy = lastCopy is null ? null : RunDocument.Of(lastCopy, revoked),
            LastCopyAgeSeconds = (_now - lastCopy?.FinishedAt)?.TotalSeconds,
            LastProof = lastProof is null ? null : RunDocument.Of(lastProof, revoked),
            LastProofAgeSeconds = (_now - lastProof?.FinishedAt)?.TotalSeconds,
            LastDrill = lastDrill is null ? null : RunDocument.Of(lastDrill, revoked),
            CopiesInVault = vault?.Usable.Count,
            DoNotLetExpire = keep,
            NextCopy = NextRun.Of(configured?.Schedule, RunKind.Copy, name, _now),
            NextDrill = NextRun.Of(configured?.Schedule, RunKind.Drill, name, _now),
            Open = [.. runs.Where(static run => run.FinishedAt is null).Select(run => RunDocument.Of(run, revoked))],
            Defects = defects,
            Red = red,
        };
    }

    private static string Undriven(OpenRun open) =>
        $"{Words.Kind(open.Run.Kind)} {open.Run.Id} in {open.Run.Phase} has been due for {Words.Span(open.Idle)} and nobody goes on with it: "
        + open.Run.Kind switch
        {
            RunKind.Copy => $"is a service running? `restoredrill copy {open.Run.Database}` goes on with it",
            RunKind.Drill => $"is a service running? `restoredrill drill {open.Run.Database}` goes on with it",
            _ => "`restoredrill restore run <plan>` does, by the person who confirmed it",
        };

    private static string Unwatched(UnwatchedSchedule schedule) => schedule.FollowedOtherwise
        ? $"services schedule {Noun(schedule.Kind)} otherwise than this configuration does (expression, time zone, jitter, grace or blackouts): "
            + "restart every `restoredrill serve` with this one, or look with theirs"
        : $"{Noun(schedule.Kind)} are scheduled, and no service has ever followed that schedule: start `restoredrill serve` with this configuration";

    private static string Noun(RunKind kind) => kind == RunKind.Copy ? "copies" : "drills";

    private static void Judge(List<string> red, Run? last, Run? lastGood, string what, Revocation? revocation = null)
    {
        if (last is null)
        {
            red.Add($"there is no {what} yet");
        }
        else if (last.Id != lastGood?.Id)
        {
            red.Add(revocation is null
                ? $"the last {Words.Kind(last.Kind)} {last.Id} ended {last.Outcome}: {last.Summary}"
                : $"the last drill {last.Id} passed, but the proof of its copy {revocation.CopyName} was revoked {Words.Moment(revocation.RecordedAt)}");
        }
    }

    /// <summary>What is not scheduled any more cannot be missed any more.</summary>
    private static void JudgeSchedule(List<string> red, ProtectedDatabase database, IReadOnlyList<Incident> incidents, Run? lastCopy, Run? lastProof)
    {
        foreach (var (kind, lastGood) in new[] { (RunKind.Copy, lastCopy), (RunKind.Drill, lastProof) })
        {
            if (database.Schedule?.Of(kind) is not null && MissedRuns.Judge(incidents, kind, database.Name, lastGood) is { } missed)
            {
                red.Add(missed);
            }
        }
    }

    private void JudgeCopies(List<string> red, CopiesInVault vault, Run? lastCopy, Run? lastProof, IEnumerable<Run> drills)
    {
        var last = lastCopy is null ? null : CopyOfRun.NameOf(lastCopy) ?? new ResourceNames(options.Installation).Copy(lastCopy.Id);
        if (last is not null && vault.TroubleWith(last) is { } trouble)
        {
            red.Add($"the last copy {last} {trouble}");
        }

        var proven = lastProof is null ? null : CopyOfRun.NameOf(lastProof);
        if (proven is not null && proven != last && vault.TroubleWith(proven) is { } lost)
        {
            red.Add($"the copy {proven} of the last proof {lastProof!.Id} {lost}");
        }

        foreach (var (copy, drill) in vault.Failed(drills))
        {
            red.Add($"copy {copy} failed its last drill {drill.Id}: {drill.Summary}");
        }
    }
}
