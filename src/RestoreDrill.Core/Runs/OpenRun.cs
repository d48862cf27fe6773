namespace RestoreDrill.Core.Runs;

/// <summary>An open run, with what tells whether anybody drives it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Leased">Whether a process holds its lease now.</param>
/// <param name="Idle">For how long its next step has been due without being saved; zero or less: it is not due yet.</param>
public sealed record OpenRun(Run Run, bool Leased, TimeSpan Idle);
