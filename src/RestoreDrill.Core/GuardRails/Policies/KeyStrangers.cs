namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>
/// Who may use or administer the key of the copies, and should not. By its policy that is everybody outside the vault account. By a grant it is everybody but services
/// of AWS and our roles: RDS and AWS Backup make grants for what they encrypt, in the name of themselves or of a service-linked role (KMS developer guide, "Grants in AWS KMS").
/// </summary>
/// <param name="account">The vault account.</param>
/// <param name="roles">The ARNs of RestoreDrill's roles in it.</param>
internal sealed class KeyStrangers(string account, IReadOnlyCollection<string> roles)
{
    private static readonly string[] Needed =
    [
        "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
        "kms:GetKeyPolicy", "kms:ListGrants",
    ];

    /// <summary>Whom the key's policy lets in, each with what it lets them do. What a condition narrows is not relied on.</summary>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public IReadOnlyList<string> InPolicy(string policy) =>
    [
        .. from statement in PolicyText.Parse(policy).Statements
           where !statement.IsDeny
           from principal in statement.IsNotPrincipal || statement.Principals.Count == 0 ? ["everybody but some"] : statement.Principals
           where !IsOfAccount(principal)
           select $"the key's policy lets {(principal == "*" ? "everybody" : principal)} do {Words(statement)}",
    ];

    /// <summary>What the key's policy denies of what copies and drills do under it; null: nothing.</summary>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public string? DenialIn(string policy) => PolicyPrincipals.DeniedIn(PolicyText.Parse(policy).Statements, Needed, account) is { Count: > 0 } denied
        ? $"the key's policy denies {string.Join(", ", denied)}, without which copies can be neither made nor read"
        : null;

    public IReadOnlyList<string> InGrants(IEnumerable<KeyGrant> grants) =>
    [
        .. from grant in grants
           from why in Of(grant)
           select $"grant {grant.Id} ({string.Join(", ", grant.Operations)}) {why}",
    ];

    private static string Words(PolicyStatementText statement) => (statement.IsNotAction ? "everything but " : string.Empty) + string.Join(", ", statement.Actions);

    private IEnumerable<string> Of(KeyGrant grant)
    {
        if (!IsService(grant.Grantee) && !IsOurs(grant.Grantee))
        {
            yield return $"gives {grant.Grantee} the key, {(IsOfAccount(grant.Grantee) ? "which is neither a service of AWS nor a role of ours" : "outside the vault account")}";
        }

        if (grant.Retiring is { } retiring && !IsService(retiring) && !IsOfAccount(retiring))
        {
            yield return $"can be ended by {retiring}, outside the vault account";
        }

        // A service that another account asked for works for that account.
        if (grant.IssuedBy is { } issuer && !IsOfAccount(issuer))
        {
            yield return $"was made by {issuer}, outside the vault account";
        }
    }

    private bool IsOfAccount(string principal) => PolicyPrincipals.IsOf(principal, account);

    // Nobody but AWS makes a role under that path (IAM user guide, "Using service-linked roles").
    private bool IsOurs(string principal) => IsOfAccount(principal) && Parts(principal) is [_, _, var service, _, _, var resource]
        && ((service == "iam" && (resource.StartsWith("role/aws-service-role/", StringComparison.Ordinal) || roles.Contains(principal)))
            || (service == "sts" && resource.Split('/') is ["assumed-role", var name, _] && roles.Any(role => role.EndsWith($"/{name}", StringComparison.Ordinal))));

    private static bool IsService(string principal) => !principal.Contains(':', StringComparison.Ordinal)
        && (principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) || principal.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal));

    // What comes after the account may have colons of its own.
    private static string[] Parts(string principal) => principal.Split(':', 6);
}
