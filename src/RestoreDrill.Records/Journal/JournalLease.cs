namespace RestoreDrill.Records.Journal;

/// <summary>Who may save steps from here on.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Fence">The fence it holds, one more than its predecessor's.</param>
internal sealed record JournalLease(string Owner, long Fence);
