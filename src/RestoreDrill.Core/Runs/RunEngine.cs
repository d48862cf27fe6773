using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Evidence;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Core.Runs;

/// <summary>
/// Carries out one step of a run: take the lease, step, save, say when to come back. Whoever calls it is only the clock.
/// </summary>
public sealed class RunEngine(IRunStore store, IEnumerable<IRunWorkflow> workflows, TimingOptions timing, TimeProvider time)
{
    private const int UnexpectedTroubles = 3;

    /// <summary>How long a save may take once the process is asked to stop.</summary>
    private static readonly TimeSpan LastSave = TimeSpan.FromSeconds(5);

    private readonly Dictionary<RunKind, IRunWorkflow> _workflows = workflows.ToDictionary(static workflow => workflow.Kind);

    /// <summary>Carries out the run's next step in this process, if the run is free.</summary>
    /// <param name="id">The run.</param>
    /// <param name="owner">This process's name, unique among all processes.</param>
    /// <param name="cancellationToken">Stops the step between two calls; the run stays open and can be gone on with.</param>
    /// <exception cref="LeaseLostException">Another process took the run over meanwhile; nothing of this step was saved.</exception>
    /// <exception cref="RunHeldUpException">A person has to put something right first; nothing was done, and the run stays open.</exception>
    /// <exception cref="UnknownPhaseException">The run is in a phase of another version of RestoreDrill; nothing was done.</exception>
    /// <exception cref="StoreUnavailableException">The store did not answer for longer than <see cref="TimingOptions.StorePatience"/>.</exception>
    public async Task<StepReport> StepAsync(RunId id, string owner, CancellationToken cancellationToken)
    {
        var lease = await store.TryAcquireAsync(id, owner, timing.Lease, cancellationToken).ConfigureAwait(false);
        if (lease is null)
        {
            var held = await store.FindAsync(id, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"There is no run {id}.");
            return new StepReport(held, Stepped: false, timing.Poll);
        }

        var run = lease.Run;
        var calls = CloudCallLog.Begin();
        var workflow = _workflows[run.Kind];
        if (!workflow.Knows(run.Phase))
        {
            await store.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
            throw new UnknownPhaseException(run);
        }

        var (result, troubles, events) = await AttemptAsync(workflow, lease, calls, cancellationToken).ConfigureAwait(false);
        var change = ChangeOf(run, result, troubles, events) with { Unattended = UnattendedOf(lease) };
        Run saved;
        try
        {
            saved = await SaveAsync(lease, change, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The step is made again by whoever goes on; it can be repeated.
            await store.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        if (cancellationToken.IsCancellationRequested && saved.FinishedAt is null)
        {
            await store.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            throw new OperationCanceledException($"Run {id} was stopped after a step that is saved.", cancellationToken);
        }

        if (!result.KeepsLease && saved.FinishedAt is null)
        {
            await store.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
        }

        return new StepReport(saved, Stepped: true, result.Wait ?? TimeSpan.Zero, result.KeepsLease && saved.FinishedAt is null);
    }

    /// <summary>Gives a lease back that this owner may still hold between two steps; the run stays open. With the store away, the lease ends by itself.</summary>
    public async Task GiveBackAsync(RunId id, string owner, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.TryAcquireAsync(id, owner, timing.Lease, cancellationToken).ConfigureAwait(false) is { } lease)
            {
                await store.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (StoreUnavailableException)
        {
            return;
        }
    }

    private async Task<(StepResult Result, int Troubles, List<RunEvent> Events)> AttemptAsync(
        IRunWorkflow workflow, RunLease lease, IReadOnlyList<CloudCall> calls, CancellationToken cancellationToken)
    {
        var run = lease.Run;
        var taken = time.GetTimestamp();
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewUntilDoneAsync(lease, held);
        try
        {
            var result = await workflow.StepAsync(run, held.Token).ConfigureAwait(false);
            var overdue = result.Conclusion is null && result.Phase == run.Phase && result.Wait is not null && IsOverdue();
            if (overdue)
            {
                var failure = new StepFailure($"Phase {run.Phase} took longer than {workflow.LimitOf(run.Phase):c}. Last seen: {result.Note}.");
                return Failed(workflow, run, failure, calls);
            }

            return (result, 0, EventsOf(run, result, calls));
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new LeaseLostException(run.Id);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await store.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (RunHeldUpException)
        {
            await store.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        catch (CloudException e) when (e.MayPass)
        {
            return Trouble(workflow, run, new StepFailure(e.Message, false, e.Operation, e.RequestId), calls, IsOverdue());
        }
        catch (CloudException e)
        {
            return Failed(workflow, run, new StepFailure(e.Message, false, e.Operation, e.RequestId), calls);
        }
        catch (InstanceUnreachableException e)
        {
            return Trouble(workflow, run, new StepFailure(e.Message), calls, IsOverdue());
        }
        catch (RefusedException e)
        {
            return Failed(workflow, run, new StepFailure(e.Message), calls);
        }
        catch (NotOursException e)
        {
            return Failed(workflow, run, new StepFailure(e.Message), calls);
        }
        catch (StepFailedException e)
        {
            return Failed(workflow, run, new StepFailure(e.Message, e.BlamesTheCopy, InstanceIsGone: e.InstanceIsGone), calls);
        }
        catch (Exception e) when (e is not (LeaseLostException or StoreUnavailableException))
        {
            var failure = new StepFailure($"Unexpected {e.GetType().Name} in phase {run.Phase}: {e.Message}");
            return Trouble(workflow, run, failure, calls, run.Troubles + 1 >= UnexpectedTroubles || IsOverdue());
        }
        finally
        {
            await held.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(false);
        }

        // Hosts' clocks differ: how long a phase has taken is counted by the store's.
        bool IsOverdue() => lease.TakenAt - run.PhaseSince - UnattendedOf(lease) + time.GetElapsedTime(taken) > workflow.LimitOf(run.Phase);
    }

    /// <summary>
    /// How long nobody was there in the run's phase. What takes long is only given up by somebody who has looked for that long: after a night without a service, the first look
    /// is the first, and no last one. A look that comes late by less than a lease is a look in time.
    /// </summary>
    private TimeSpan UnattendedOf(RunLease lease)
    {
        var run = lease.Run;
        var due = run.NextStepAt > run.SavedAt ? run.NextStepAt.Value : run.SavedAt;
        var late = lease.TakenAt - due;
        return late > timing.Lease ? run.Unattended + late : run.Unattended;
    }

    private (StepResult Result, int Troubles, List<RunEvent> Events) Trouble(
        IRunWorkflow workflow, Run run, StepFailure failure, IReadOnlyList<CloudCall> calls, bool isLast)
    {
        var troubles = run.Troubles + 1;
        if (isLast)
        {
            return Failed(workflow, run, failure, calls);
        }

        var wait = Backoff(troubles);
        var result = new StepResult { Phase = run.Phase, State = run.State, Note = failure.Message, Wait = wait };
        var events = CallEvents(run.Phase, calls);
        if (failure.Message != run.Note)
        {
            events.Add(new RunEvent
            {
                Phase = run.Phase,
                Kind = RunEventKind.Trouble,
                Message = $"{failure.Message} It is tried again in {wait.TotalSeconds:0} s.",
                Operation = failure.Operation,
                RequestId = failure.RequestId,
            });
        }

        return (result, troubles, events);
    }

    private static (StepResult Result, int Troubles, List<RunEvent> Events) Failed(
        IRunWorkflow workflow, Run run, StepFailure failure, IReadOnlyList<CloudCall> calls)
    {
        var result = workflow.Fail(run, failure);
        var events = CallEvents(run.Phase, calls);
        events.Add(new RunEvent
        {
            Phase = run.Phase,
            Kind = RunEventKind.Failure,
            Message = failure.Message,
            Operation = failure.Operation,
            RequestId = failure.RequestId,
        });
        events.AddRange(EventsOf(run, result, []));
        return (result, 0, events);
    }

    private static List<RunEvent> EventsOf(Run run, StepResult result, IReadOnlyList<CloudCall> calls)
    {
        var events = CallEvents(run.Phase, calls);
        events.AddRange(result.Events);
        var lastAnswer = calls is [.., var last] ? last : null;
        if (result.Conclusion is { } conclusion)
        {
            events.Add(new RunEvent { Phase = result.Phase, Kind = RunEventKind.Conclusion, Message = conclusion.Summary });
            if (conclusion.Defect is { } defect)
            {
                events.Add(new RunEvent { Phase = result.Phase, Kind = RunEventKind.Failure, Message = defect });
            }
        }
        else if (result.Phase != run.Phase || result.Note != run.Note)
        {
            events.Add(new RunEvent
            {
                Phase = result.Phase,
                Kind = result.Phase == run.Phase ? RunEventKind.Observed : RunEventKind.Phase,
                Message = result.Note,
                Operation = lastAnswer?.Operation,
                RequestId = lastAnswer?.RequestId,
            });
        }

        return events;
    }

    private static List<RunEvent> CallEvents(string phase, IReadOnlyList<CloudCall> calls) =>
        [.. calls.Where(static call => call.Changes).Select(call => new RunEvent
        {
            Phase = phase,
            Kind = RunEventKind.Call,
            Message = $"{call.Operation} {call.Subject}",
            Operation = call.Operation,
            RequestId = call.RequestId,
        })];

    private static RunChange ChangeOf(Run run, StepResult result, int troubles, List<RunEvent> events) => new()
    {
        Phase = result.Phase,
        State = result.State,
        Troubles = troubles,
        Wait = result.Wait,
        Note = result.Note,
        Events = events,
        Readings = result.Readings,
        Ranges = result.Ranges,
        Parts = result.Parts,
        OldRows = result.OldRows,
        Comparisons = result.Comparisons,
        Chain = result.Chain,
        Revocation = result.Revocation,
        Manifest = result.Manifest,
        Pin = result.Pin,
        Conclusion = result.Conclusion,
        Evidence = result.Conclusion is { } conclusion ? EvidenceDocument.Of(run, result.State, conclusion) : null,
    };

    private TimeSpan Backoff(int troubles)
    {
        var doubled = timing.Poll * Math.Pow(2, Math.Min(troubles - 1, 6));
        var longest = TimeSpan.FromMinutes(2);
        return doubled < longest ? doubled : longest;
    }

    /// <summary>Keeps the lease while the step runs. A store that does not answer takes no lease away: the fence decides at the save.</summary>
    private async Task RenewUntilDoneAsync(RunLease lease, CancellationTokenSource held)
    {
        try
        {
            while (true)
            {
                await Task.Delay(timing.Lease / 3, time, held.Token).ConfigureAwait(false);
                try
                {
                    if (!await store.TryRenewAsync(lease, timing.Lease, held.Token).ConfigureAwait(false))
                    {
                        await held.CancelAsync().ConfigureAwait(false);
                        return;
                    }
                }
                catch (StoreUnavailableException)
                {
                    continue;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    /// <summary>
    /// Saves, and waits out a store that is away: what the step found is not lost with it. Nor is it when the process is asked to stop: only the waiting
    /// ends then.
    /// </summary>
    private async Task<Run> SaveAsync(RunLease lease, RunChange change, CancellationToken cancellationToken)
    {
        using var saving = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = cancellationToken.Register(() => saving.CancelAfter(LastSave)).ConfigureAwait(false);
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await store.SaveAsync(lease, change, saving.Token).ConfigureAwait(false);
            }
            catch (StoreUnavailableException) when (time.GetElapsedTime(began) < timing.StorePatience)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
