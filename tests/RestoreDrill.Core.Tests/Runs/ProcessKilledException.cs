namespace RestoreDrill.Core.Tests.Runs;

/// <summary>Stands for <c>kill -9</c>: the process that drives the run does nothing any more, not even cleaning up.</summary>
internal sealed class ProcessKilledException() : Exception("killed");
