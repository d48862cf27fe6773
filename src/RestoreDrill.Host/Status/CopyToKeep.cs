namespace RestoreDrill.Host.Status;

/// <summary>The copy that still holds what the source has lost.</summary>
/// <param name="Copy">The copy; null: no copy is left whose proof stands.</param>
/// <param name="ProvenBy">The drill that proved it; null: there is no such copy.</param>
/// <param name="FoundBy">The drill that found the loss in a copy of later data.</param>
/// <param name="Loss">What was lost.</param>
/// <param name="Revoked">The copy that the loss was found against, if its proof is revoked; <paramref name="Copy"/> is an older one then. Null: it stands.</param>
internal sealed record CopyToKeep(string? Copy, string? ProvenBy, string FoundBy, string Loss, string? Revoked)
{
    private const string Runbook = "See runbooks/drill-failed.md";

    public override string ToString() => (Copy, Revoked) switch
    {
        ({ } copy, null) => $"do not let copy {copy} expire: it is the last one that holds what drill {FoundBy} missed in a later copy; {Loss}. {Runbook}",
        ({ } copy, { } revoked) => $"do not let copy {copy} expire: it is the last one before the loss whose proof stands. Drill {FoundBy} missed in a later copy what copy {revoked} held; {Loss}. "
            + $"The proof of {revoked} is revoked: keep it too, but do not rely on it alone. {Runbook}",
        _ => $"no copy whose proof stands holds what drill {FoundBy} missed in a later copy; {Loss}. It was held by copy {Revoked}, whose proof is revoked, and no older copy is proven: "
            + $"keep {Revoked} all the same, it may be all there is. {Runbook}",
    };
}
