namespace RestoreDrill.Host.Running;

/// <summary>A verb was refused before anything began: what it names is not there, or not what it takes.</summary>
/// <param name="message">What was asked and why it cannot be.</param>
/// <param name="next">What to do instead.</param>
internal sealed class UsageException(string message, string next) : Exception(message)
{
    public string Next { get; } = next;
}
