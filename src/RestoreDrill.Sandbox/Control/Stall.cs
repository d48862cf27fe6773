namespace RestoreDrill.Sandbox.Control;

/// <summary>Keeps resources in the status they are in, until it is released.</summary>
/// <param name="Name">An instance's or snapshot's identifier, or a pattern with <c>*</c>; it need not exist yet.</param>
/// <param name="Status">Only in this status, <c>resetting-master-credentials</c> or <c>deleting</c> for example; null for any that passes.</param>
/// <param name="Kind">Of what.</param>
/// <param name="Account">Only in this account (name or id); null for all.</param>
public sealed record Stall(string Name, string? Status = null, StalledKind Kind = StalledKind.Instance, string? Account = null);
