namespace RestoreDrill.Host.Status;

/// <summary>The copy that still holds what the source has lost.</summary>
/// <param name="Copy">The copy.</param>
/// <param name="ProvenBy">The drill that proved it.</param>
/// <param name="FoundBy">The drill that found the loss in a copy of later data.</param>
/// <param name="Loss">What was lost.</param>
internal sealed record CopyToKeep(string Copy, string ProvenBy, string FoundBy, string Loss)
{
    public override string ToString() =>
        $"do not let copy {Copy} expire: it is the last one that holds what drill {FoundBy} missed in a later copy; {Loss}. See runbooks/drill-failed.md";
}
