namespace RestoreDrill.Core.Runs;

/// <summary>A safety rule refuses a run's step until a person has put something right. Nothing of the step was done or saved; the run stays open, and goes on from there.</summary>
/// <param name="problem">What is wrong, in sentences.</param>
/// <param name="remedy">The command that puts it right, for a shell.</param>
/// <param name="inner">What was refused.</param>
public sealed class RunHeldUpException(string problem, string remedy, Exception inner) : Exception(problem, inner)
{
    public string Remedy { get; } = remedy;
}
