namespace RestoreDrill.Sandbox.Control;

/// <summary>An instance whose storage is full.</summary>
/// <param name="Name">The instance's identifier, or a pattern with <c>*</c>; it need not exist yet.</param>
/// <param name="Account">Its account, by name or id; null for all.</param>
/// <param name="ShowStatus">Whether RDS has noticed, so that its status is <c>storage-full</c>.</param>
public sealed record FullDisk(string Name, string? Account = "vault", bool ShowStatus = false);
