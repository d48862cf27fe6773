namespace RestoreDrill.Core.Drilling;

/// <summary>What keeps a copy from being restored where it is to be restored.</summary>
/// <param name="Words">What is missing or wrong, as a phrase.</param>
/// <param name="Command">What mends it, for a shell; null: there is no one command.</param>
public sealed record TargetProblem(string Words, string? Command = null);
