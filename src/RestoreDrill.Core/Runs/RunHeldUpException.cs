namespace RestoreDrill.Core.Runs;

/// <summary>A run's step is refused until a person has put something right. Nothing of the step was done or saved; the run stays open, and goes on from there.</summary>
/// <param name="problem">What is wrong, in sentences.</param>
/// <param name="advice">What a person does about it, in sentences.</param>
/// <param name="inner">What was refused; null: what was seen is reason enough.</param>
public sealed class RunHeldUpException(string problem, string advice, Exception? inner = null) : Exception(problem, inner)
{
    public string Advice { get; } = advice;

    /// <summary>The command that puts it right, for a shell; null: there is no one command.</summary>
    public string? Remedy { get; init; }

    /// <summary>Whether the run goes on once that is done; false: there is nothing left that it may do.</summary>
    public bool GoesOn { get; init; } = true;
}
