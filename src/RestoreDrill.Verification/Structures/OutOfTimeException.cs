namespace RestoreDrill.Verification.Structures;

/// <summary>The time for a question is used up before a statement was sent.</summary>
internal sealed class OutOfTimeException(TimeSpan limit) : Exception($"the time for the question ({limit:c}) was used up");
