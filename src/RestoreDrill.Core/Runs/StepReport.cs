namespace RestoreDrill.Core.Runs;

/// <summary>What the engine did.</summary>
/// <param name="Run">The run after the step, or as it is when another process holds it.</param>
/// <param name="Stepped">False: another process holds the run, or it had finished.</param>
/// <param name="Wait">How long until the next step is due; zero: at once.</param>
/// <param name="KeepsLease">Whether the owner has kept the lease: the next step should be its own (see <see cref="StepResult.KeepsLease"/>).</param>
public sealed record StepReport(Run Run, bool Stepped, TimeSpan Wait, bool KeepsLease = false);
