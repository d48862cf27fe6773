namespace RestoreDrill.Core.Terraform;

/// <summary>An id that a document names in the source account and region, and that AWS should know.</summary>
/// <param name="Kind">What it is the id of.</param>
/// <param name="Address">The resource's address.</param>
/// <param name="Id">The instance's or the snapshot's identifier, the key's ARN, the vault's name.</param>
/// <param name="ResourceId">The instance's DbiResourceId, where the document says it.</param>
/// <param name="IsProtected">Whether it is a protected database or its replica.</param>
public sealed record StateId(StateIdKind Kind, string Address, string Id, string? ResourceId, bool IsProtected);
