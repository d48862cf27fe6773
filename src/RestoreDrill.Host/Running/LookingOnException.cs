namespace RestoreDrill.Host.Running;

/// <summary>A command that only looked on has ended before what it looked at.</summary>
/// <param name="message">What ended it.</param>
/// <param name="safe">What becomes of the run or the request.</param>
/// <param name="next">What to do.</param>
/// <param name="cancelled">Whether a person ended it.</param>
internal sealed class LookingOnException(string message, string safe, string next, bool cancelled) : Exception(message)
{
    public string Safe { get; } = safe;

    public string Next { get; } = next;

    public bool Cancelled { get; } = cancelled;
}
