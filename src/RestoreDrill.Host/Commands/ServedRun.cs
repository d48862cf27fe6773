using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;
using RestoreDrill.Host.Service;

namespace RestoreDrill.Host.Commands;

/// <summary>Asks a running service for a run, looks on until it has finished, and tells how it ended.</summary>
internal sealed class ServedRun(Invocation invocation, ServiceRequest request, RunKind kind, string database)
{
    public const string Option = "--service";

    public const string Description = "Let the running service do it, in front of what is scheduled, and look on. Ctrl-C ends the looking on only.";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LookForService = TimeSpan.FromSeconds(10);

    private readonly string _page = $"{invocation.Configured.Service.Listen.GetLeftPart(UriPartial.Authority)}/hangfire/jobs/details/";
    private Run? _run;
    private long _servedAt = invocation.Surroundings.Time.GetTimestamp();

    private string Asked => $"{Words.Kind(kind)} of {database}";

    public static async Task<int> FinishAsync(Invocation invocation, RunKind kind, string database, CancellationToken cancellationToken)
    {
        invocation.Configured.Installation.Require(database);
        var request = await ServiceRequest.MakeAsync(invocation, kind, database, cancellationToken);
        return await new ServedRun(invocation, request, kind, database).FinishAsync(cancellationToken);
    }

    private async Task<int> FinishAsync(CancellationToken cancellationToken)
    {
        invocation.Presenter.Say($"The service is asked for a {Asked}: {_page}{request.Job}");
        try
        {
            var run = _run = await AnswerAsync(cancellationToken);
            var opened = run.Job == request.Job;
            invocation.Presenter.Say(opened
                ? $"{Words.Kind(run.Kind)} {run.Id} of {run.Database}"
                : $"The answer is {Asked} {run.Id}, asked for by {run.Trigger} {Words.Ago(run.CreatedAt, invocation.Now)}{(run.Job is { } job ? $": {_page}{job}" : ".")}");
            var finished = await new RunProgress(invocation.Surroundings, invocation.Presenter).ShowAsync(run, reports => LookOnAsync(run, reports, cancellationToken));
            return await RunEnding.TellAsync(invocation, invocation.Ports.Runs, finished, opened, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw Ended("Nobody looks on any more.", "The service goes on with it by itself.", $"See `restoredrill runs`, or {_page}{_run?.Job ?? request.Job}.", cancelled: true);
        }
    }

    private async Task<Run> AnswerAsync(CancellationToken cancellationToken)
    {
        var (time, patience) = (invocation.Surroundings.Time, invocation.Configured.Installation.Timing.StorePatience);
        var lastAnswer = time.GetTimestamp();
        while (true)
        {
            try
            {
                if (await request.AnswerAsync(cancellationToken) is { } run)
                {
                    return run;
                }

                await RequireServiceAsync(cancellationToken);
                lastAnswer = time.GetTimestamp();
            }
            catch (StoreUnavailableException) when (time.GetElapsedTime(lastAnswer) < patience)
            {
                // The request lies in the store, which may come back.
            }

            await Task.Delay(Look, time, cancellationToken);
        }
    }

    private async Task<Run> LookOnAsync(Run run, IProgress<Run> reports, CancellationToken cancellationToken)
    {
        var (time, patience) = (invocation.Surroundings.Time, invocation.Configured.Installation.Timing.StorePatience);
        var lastAnswer = time.GetTimestamp();
        while (run.FinishedAt is null)
        {
            await Task.Delay(Look, time, cancellationToken);
            try
            {
                run = await invocation.Ports.Runs.FindAsync(run.Id, cancellationToken) ?? throw new InvalidOperationException($"Run {run.Id} has gone from the store, which never removes one.");
                lastAnswer = time.GetTimestamp();
                reports.Report(run);
                if (run.FinishedAt is null)
                {
                    await RequireServiceAsync(cancellationToken);
                }
            }
            catch (StoreUnavailableException) when (time.GetElapsedTime(lastAnswer) < patience)
            {
                reports.Report(run with { Note = "the store does not answer; waiting" });
            }
        }

        return run;
    }

    private async Task RequireServiceAsync(CancellationToken cancellationToken)
    {
        var time = invocation.Surroundings.Time;
        if (time.GetElapsedTime(_servedAt) < LookForService)
        {
            return;
        }

        if (!await request.IsServedAsync(cancellationToken))
        {
            throw Ended(
                "No service has given a sign of life for a minute.",
                "The next service that is started goes on with it.",
                $"Start `restoredrill serve`, or do it here: `restoredrill {(kind == RunKind.Copy ? "copy" : "drill")} {database}`.",
                cancelled: false);
        }

        _servedAt = time.GetTimestamp();
    }

    private LookingOnException Ended(string why, string then, string next, bool cancelled) => new(
        why,
        _run is { } run ? $"{Words.Kind(run.Kind)} {run.Id} stays open and keeps its state. {then}" : $"The request for a {Asked} stays in the queue (job {request.Job}). {then}",
        next,
        cancelled);
}
