namespace RestoreDrill.Core.GuardRails;

/// <summary>A grant on a KMS key, as ListGrants answers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Grantee">Who may use the key by it: an ARN, or the name of an AWS service.</param>
/// <param name="Retiring">Who may end it; null: nobody is named.</param>
/// <param name="IssuedBy">The account under which it was made: an id, or the ARN of its root; null: AWS does not say.</param>
/// <param name="Operations">What it gives, for example <c>Decrypt</c>.</param>
public sealed record KeyGrant(string Id, string Grantee, string? Retiring, string? IssuedBy, IReadOnlyList<string> Operations);
