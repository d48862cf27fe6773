namespace RestoreDrill.Core.Cloud;

/// <summary>A resource that was about to be deleted or used is not this installation's. Nothing was done to it.</summary>
/// <param name="message">Everything that does not match.</param>
/// <param name="lacks">The tags, as they have to be, that are all it lacks in order to be ours; null: it is not tags alone.</param>
public sealed class NotOursException(string message, IReadOnlyDictionary<string, string>? lacks = null) : Exception(message)
{
    public IReadOnlyDictionary<string, string>? Lacks { get; } = lacks;
}
