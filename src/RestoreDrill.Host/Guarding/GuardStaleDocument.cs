using RestoreDrill.Core.Terraform;

namespace RestoreDrill.Host.Guarding;

/// <summary>Whether the document's ids were held against AWS.</summary>
/// <param name="State">How far.</param>
/// <param name="Reason">Why not all of them; <c>null</c> where all were.</param>
/// <param name="Checked">How many ids AWS was asked about.</param>
/// <param name="NotChecked">How many it was not.</param>
/// <param name="Elsewhere">How many of those are of another account or region than the databases'.</param>
internal sealed record GuardStaleDocument(StaleState State, string? Reason, int Checked, int NotChecked, int Elsewhere);
