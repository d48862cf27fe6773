using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Npgsql;
using RestoreDrill.Core.Runs;
using RestoreDrill.Core.Scheduling;
using RestoreDrill.Host.Running;
using RestoreDrill.Host.Service.Jobs;

namespace RestoreDrill.Host.Service;

/// <summary>A run that a running service is asked for: a job in front of what is scheduled, like the dashboard's "trigger now".</summary>
internal sealed class ServiceRequest
{
    /// <summary>A server says every 15 s that it lives; after so long it is taken for dead.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMinutes(1);

    private readonly Invocation _invocation;
    private readonly JobStorage _storage;

    private ServiceRequest(Invocation invocation, JobStorage storage, string job) => (_invocation, _storage, Job) = (invocation, storage, job);

    /// <summary>The Hangfire job.</summary>
    public string Job { get; }

    /// <summary>Asks.</summary>
    /// <exception cref="UsageException">No service works on this store.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public static async Task<ServiceRequest> MakeAsync(Invocation invocation, RunKind kind, string database, CancellationToken cancellationToken)
    {
        var askedAt = await invocation.Ports.Schedules.ClockAsync(cancellationToken);
        HangfireConfiguration.Format(GlobalConfiguration.Configuration);
        var storage = Ask(() => HangfireConfiguration.OpenStorage(invocation.Configured));
        if (!IsServed(storage, askedAt))
        {
            throw new UsageException("No service works on this store, so nobody would do it.", "Start `restoredrill serve`, or leave --service away: then this command does it itself.");
        }

        var parameters = new Dictionary<string, object?>
        {
            [JobParameters.Asked] = true,
            [JobParameters.AskedAt] = askedAt.ToString("O", CultureInfo.InvariantCulture),
            [JobParameters.AskedBy] = invocation.Surroundings.Trigger,
        };
        var job = Ask(() => new BackgroundJobClient(storage).Create(JobCall.Do(JobNames.Of(kind, database)), new EnqueuedState(Queues.Asked), parameters));
        return new ServiceRequest(invocation, storage, job);
    }

    /// <summary>Whether any service is alive that could do it.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async Task<bool> IsServedAsync(CancellationToken cancellationToken) =>
        IsServed(_storage, await _invocation.Ports.Schedules.ClockAsync(cancellationToken));

    /// <summary>The run that answers; null: not yet.</summary>
    /// <exception cref="UsageException">The job ended without a run.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async Task<Run?> AnswerAsync(CancellationToken cancellationToken)
    {
        var runs = _invocation.Ports.Runs;
        var (state, opened) = Ask(() =>
        {
            using var connection = _storage.GetConnection();
            return (connection.GetStateData(Job), connection.GetJobParameter(Job, JobParameters.Run));
        });
        var answer = await _invocation.Ports.OpenRuns.FindByJobAsync(Job, cancellationToken)
            ?? (opened is { } id
                ? await runs.FindAsync(RunId.Parse(SerializationHelper.Deserialize<string>(id, SerializationOption.User)), cancellationToken)
                : null);
        if (answer is null && (state is null || state.Name == FailedState.StateName || state.Name == DeletedState.StateName))
        {
            string? message = null;
            state?.Data.TryGetValue("ExceptionMessage", out message);
            throw new UsageException(
                $"The service did not open a run; job {Job} is {state?.Name ?? "gone"}: {message ?? state?.Reason ?? "no reason is known"}",
                $"Look at {_invocation.Configured.Service.Listen.GetLeftPart(UriPartial.Authority)}/hangfire/jobs/details/{Job}, and at the service's log.");
        }

        return answer;
    }

    private static bool IsServed(JobStorage storage, DateTimeOffset now) =>
        Ask(() => storage.GetMonitoringApi().Servers()).Any(server => server.Queues.Contains(Queues.Asked) && now - server.Heartbeat < Heartbeat);

    /// <summary>Asks Hangfire's tables, which lie in the store.</summary>
    private static T Ask<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (NpgsqlException e)
        {
            throw new StoreUnavailableException(
                $"Hangfire's tables in RestoreDrill's own store do not answer: {e.Message.TrimEnd('.')}. Runs that are under way stay with the service. Whether a new one was asked for "
                + "`restoredrill runs` shows; asking again opens no second one while it is open.",
                e);
        }
    }
}
