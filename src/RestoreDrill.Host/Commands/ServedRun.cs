using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Reporting;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Runs;
using RestoreDrill.Host.Service;

namespace RestoreDrill.Host.Commands;

/// <summary>Asks a running service for a run, looks on until it has finished, and tells how it ended.</summary>
internal static class ServedRun
{
    public const string Option = "--service";

    public const string Description = "Let the running service do it, in front of what is scheduled, and look on. Ctrl-C ends the looking on only.";

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static async Task<int> FinishAsync(Invocation invocation, RunKind kind, string database, CancellationToken cancellationToken)
    {
        invocation.Configured.Installation.Require(database);
        var request = await ServiceRequest.MakeAsync(invocation, kind, database, cancellationToken);
        var page = $"{invocation.Configured.Service.Listen.GetLeftPart(UriPartial.Authority)}/hangfire/jobs/details/";
        invocation.Presenter.Say($"The service is asked for a {Words.Kind(kind)} of {database}: {page}{request.Job}");
        var run = await AnswerAsync(invocation, request, cancellationToken);
        var opened = run.Job == request.Job;
        invocation.Presenter.Say(opened
            ? $"{Words.Kind(kind)} {run.Id} of {database}"
            : $"The answer is {Words.Kind(kind)} {run.Id} of {database}, asked for by {run.Trigger} {Words.Ago(run.CreatedAt, invocation.Now)}{(run.Job is { } job ? $": {page}{job}" : ".")}");
        var finished = await new RunProgress(invocation.Surroundings, invocation.Presenter).ShowAsync(run, reports => LookOnAsync(invocation, run, reports, cancellationToken));
        return await RunEnding.TellAsync(invocation, finished, opened, cancellationToken);
    }

    private static async Task<Run> AnswerAsync(Invocation invocation, ServiceRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await request.AnswerAsync(cancellationToken) is { } run)
            {
                return run;
            }

            await Task.Delay(Look, invocation.Surroundings.Time, cancellationToken);
        }
    }

    private static async Task<Run> LookOnAsync(Invocation invocation, Run run, IProgress<Run> reports, CancellationToken cancellationToken)
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
            }
            catch (StoreUnavailableException) when (time.GetElapsedTime(lastAnswer) < patience)
            {
                reports.Report(run with { Note = "the store does not answer; waiting" });
            }
        }

        return run;
    }
}
