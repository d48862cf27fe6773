using RestoreDrill.Core.Json;

namespace RestoreDrill.Core.Runs;

/// <summary>One step of a run, with the workflow's state read from the run's row.</summary>
/// <param name="Run">The run.</param>
/// <param name="State">Its state.</param>
internal sealed record Step<TState>(Run Run, TState State)
    where TState : class
{
    public RunId Id => Run.Id;

    /// <summary>Reads the state of a run.</summary>
    public static Step<TState> Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new Step<TState>(run, CanonicalJson.Read<TState>(run.State));
    }

    /// <summary>The step is done; the run goes on in another phase.</summary>
    public static StepResult Next(string phase, TState state, string note) => new() { Phase = phase, State = CanonicalJson.Write(state), Note = note };

    /// <summary>The same phase again, after a wait.</summary>
    public StepResult Again(TimeSpan wait, string note) => Again(State, wait, note);

    /// <summary>The same phase again with another state; without a wait, at once.</summary>
    public StepResult Again(TState state, TimeSpan? wait, string note) => Next(Run.Phase, state, note) with { Wait = wait };

    /// <summary>The run ends.</summary>
    public static StepResult End(string phase, TState state, RunConclusion conclusion)
    {
        ArgumentNullException.ThrowIfNull(conclusion);
        return Next(phase, state, conclusion.Summary) with { Conclusion = conclusion };
    }

    /// <summary>A line for the history in this step's phase.</summary>
    public RunEvent Event(RunEventKind kind, string message) => new() { Phase = Run.Phase, Kind = kind, Message = message };
}
