using Microsoft.Extensions.Logging;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Drilling;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;
using RestoreDrill.Core.Watching;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>Carries out a run's steps for a Hangfire job: one execution, one step. The run is a row of ours; the job is only its clock.</summary>
internal sealed class RunCarrier(
    InstallationOptions options, CopyRuns copies, Drills drills, RunEngine engine, IRunStore store, IOpenRuns openRuns, IIncidentLog incidents, TimeProvider time, ILogger<RunCarrier> log)
{
    /// <summary>Opens a database's run if nothing answers the job yet, and carries out its next step.</summary>
    public async Task<JobOutcome> CarryAsync(RunKind kind, string database, CurrentJob job, CancellationToken cancellationToken)
    {
        if (await openRuns.FindByJobAsync(job.Id, cancellationToken) is { } carried)
        {
            return await StepAsync(carried, job, cancellationToken);
        }

        if (job.AnsweredBy is { } answer && await store.FindAsync(RunId.Parse(answer), cancellationToken) is { } answering)
        {
            return Answered(answering, job);
        }

        if (options.Find(database) is not { } known)
        {
            return time.GetUtcNow() - job.CreatedAt < Rollout.Patience
                ? JobOutcome.Later(Rollout.Pause, $"this host's configuration has no database '{database}'; another host's may")
                : throw await RefusedAsync(kind, database, job, cancellationToken);
        }

        var occurrence = job.Asked ? null : OccurrenceOf(known, kind, job);
        if (occurrence is { } scheduled)
        {
            var due = new ScheduleClock(known.Schedule!).DueAt(kind, database, scheduled);
            if (IsMissed(known, kind, job, due))
            {
                return new JobOutcome($"missed: due at {due:yyyy-MM-dd HH:mm:ss} UTC, and this job was made later than its grace allows; the watch records it");
            }

            if (due > time.GetUtcNow())
            {
                return JobOutcome.Later(due - time.GetUtcNow(), $"due at {due:yyyy-MM-dd HH:mm:ss} UTC, by the schedule's jitter and blackout windows");
            }
        }

        var request = new RunRequest
        {
            Trigger = job.AskedBy ?? $"{(job.Asked ? "dashboard" : "schedule")}:{JobNames.Of(kind, database)}",
            Asked = job.Asked,
            AskedAt = job.Asked ? job.AskedAt : null,
            Occurrence = occurrence,
            Job = job.Id,
        };
        var (run, opened) = kind switch
        {
            RunKind.Copy => await copies.OpenAsync(database, request, cancellationToken),
            RunKind.Drill => await drills.OpenAsync(database, CopySelection.Latest, null, asEmergency: false, request, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A service opens copy runs and drills only."),
        };
        if (run.Job != job.Id)
        {
            return Answered(run, job);
        }

        if (opened)
        {
            log.RunOpened(run.Id, run.Kind, run.Database, run.Trigger, job.Id);
        }

        return await StepAsync(run, job, cancellationToken);
    }

    /// <summary>Carries out the next step of a run that was given to this job.</summary>
    public async Task<JobOutcome> GoOnAsync(string runId, CurrentJob job, CancellationToken cancellationToken)
    {
        var run = await store.FindAsync(RunId.Parse(runId), cancellationToken) ?? throw new JobRefusedException($"The store has no run {runId}. Nothing was done.");
        return run.Job == job.Id ? await StepAsync(run, job, cancellationToken) : Answered(run, job);
    }

    /// <summary>There is no run to tell of it.</summary>
    private async Task<JobRefusedException> RefusedAsync(RunKind kind, string database, CurrentJob job, CancellationToken cancellationToken)
    {
        var message = $"No host's configuration has a database '{database}'. Nothing was begun. If it was taken out on purpose, remove the recurring job; else put it back into the configuration.";
        await incidents.RecordAsync(
            new Incident { Key = $"refused:{job.Id}", Kind = IncidentKind.Refused, Subject = JobNames.Of(kind, database), Database = database, Message = message }, cancellationToken);
        return new JobRefusedException(message);
    }

    private static JobOutcome Answered(Run run, CurrentJob job)
    {
        job.RememberRun(run.Id.Value);
        var by = run.Job is { } other ? $"job {other}" : "a process of its own";
        return new JobOutcome(run.FinishedAt is null ? $"run {run.Id} is the answer, carried by {by}" : $"run {run.Id} was the answer, carried by {by}: {run.Summary}");
    }

    private static DateTimeOffset? OccurrenceOf(ProtectedDatabase database, RunKind kind, CurrentJob job) =>
        database.Schedule is { } schedule ? new ScheduleClock(schedule).OccurrenceAtOrBefore(kind, job.Time) : null;

    /// <summary>A drill that could not be scheduled in time is not made up for. By the store's clock, as the watch judges it; a late copy is better than none.</summary>
    private static bool IsMissed(ProtectedDatabase database, RunKind kind, CurrentJob job, DateTimeOffset due) =>
        kind == RunKind.Drill && database.Schedule?.Of(kind) is { } schedule && job.AskedAt > due + schedule.Grace;

    /// <summary>One step; or, while the drill needs what only this process has (the master password), all steps until it no longer does.</summary>
    private async Task<JobOutcome> StepAsync(Run run, CurrentJob job, CancellationToken cancellationToken)
    {
        using var scope = log.BeginScope("run {RunId}, job {JobId}", run.Id, job.Id);
        var owner = $"{Environment.MachineName}:{Environment.ProcessId}:{job.Id}:{Guid.NewGuid():N}";
        var phase = run.Phase;
        while (run.FinishedAt is null)
        {
            StepReport report;
            try
            {
                report = await engine.StepAsync(run.Id, owner, cancellationToken);
            }
            catch (LeaseLostException)
            {
                return JobOutcome.Later(options.Timing.Poll, "another process has taken the run over");
            }
            catch (UnknownPhaseException e)
            {
                return JobOutcome.Later(Rollout.Pause, e.Message);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                await engine.GiveBackAsync(run.Id, owner, CancellationToken.None);
                throw;
            }

            if (report.Run.Troubles > run.Troubles)
            {
                log.InTrouble(run.Id, report.Run.Phase, report.Run.Troubles, report.Run.Note ?? "");
            }

            run = report.Run;
            if (!report.Stepped && run.FinishedAt is null)
            {
                return JobOutcome.Later(report.Wait, "another process holds the run");
            }

            if (run.Phase != phase && run.FinishedAt is null)
            {
                log.PhaseEntered(run.Id, run.Phase, run.Note ?? "");
                phase = run.Phase;
            }

            if (run.FinishedAt is null && !report.KeepsLease)
            {
                return JobOutcome.Later(report.Wait, $"{run.Phase}: {run.Note}");
            }

            await PauseAsync(run, owner, report.Wait, cancellationToken);
        }

        log.RunFinished(run.Id, run.Outcome!.Value, run.Summary ?? "");
        return new JobOutcome($"{run.Outcome}: {run.Summary}");
    }

    private async Task PauseAsync(Run run, string owner, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(run.FinishedAt is null ? pause : TimeSpan.Zero, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await engine.GiveBackAsync(run.Id, owner, CancellationToken.None);
            throw;
        }
    }
}
