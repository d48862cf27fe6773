using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Tests.Runs;

/// <summary>A workflow whose steps a test writes; it fails into an end.</summary>
internal sealed class ScriptedWorkflow(Func<Run, CancellationToken, Task<StepResult>> step) : IRunWorkflow
{
    /// <summary>A phase that this workflow does not know; null: it knows all.</summary>
    public string? Unknown { get; init; }

    public bool Knows(string phase) => phase != Unknown;

    public ScriptedWorkflow(Func<Run, StepResult> step)
        : this(async (run, _) =>
        {
            await Task.CompletedTask;
            return step(run);
        })
    {
    }

    public RunKind Kind => RunKind.Copy;

    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(30);

    public int Steps { get; private set; }

    public List<StepFailure> Failures { get; } = [];

    public Task<StepResult> StepAsync(Run run, CancellationToken cancellationToken)
    {
        Steps++;
        return step(run, cancellationToken);
    }

    public StepResult Fail(Run run, StepFailure failure)
    {
        Failures.Add(failure);
        return End(RunOutcome.Failed, failure.Message);
    }

    public TimeSpan LimitOf(string phase) => Limit;

    public static StepResult Stay(TimeSpan wait, string note = "waiting") => new() { Phase = "first", State = "{}", Note = note, Wait = wait };

    public static StepResult Next(string phase) => new() { Phase = phase, State = "{\"seen\":true}", Note = $"now {phase}" };

    public static StepResult End(RunOutcome outcome, string summary) => new()
    {
        Phase = "finished",
        State = "{\"seen\":true}",
        Note = summary,
        Conclusion = new RunConclusion(outcome, summary),
    };
}
