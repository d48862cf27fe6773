namespace RestoreDrill.Core.Runs;

/// <summary>What is needed to open a run.</summary>
public sealed record NewRun(RunId Id, RunKind Kind, string Database, RunRequest Request, string Phase, string State);
