namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>
/// Who may use or administer the key of the copies, and should not. By its policy that is everybody outside the vault account. By a grant it is everybody but services
/// of AWS and our roles: RDS and AWS Backup make grants for what they encrypt, in the name of themselves or of a service-linked role (KMS developer guide, "Grants in AWS KMS").
/// The account that emergency restores restore into is let use the key, which a copy job takes (AWS Backup developer guide, "Creating backup copies across AWS accounts": "you must share this customer managed
/// key with the destination account"), and no more. No copy can be taken away by that: a key that is used stays as it is, and what it opens is had by those alone to whom a copy was copied or shared.
/// </summary>
/// <param name="account">The vault account.</param>
/// <param name="roles">The ARNs of RestoreDrill's roles in it.</param>
/// <param name="target">The account that emergency restores restore into; null: the vault account.</param>
internal sealed class KeyStrangers(string account, IReadOnlyCollection<string> roles, string? target)
{
    private static readonly string[] Used =
    [
        "kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo",
    ];

    private static readonly string[] Needed = [.. Used, "kms:GetKeyPolicy", "kms:ListGrants"];

    // As they may be written; of other patterns nobody here knows what they take in.
    private static readonly string[] PatternsOfUse = [.. Used, "kms:GenerateDataKey*", "kms:ReEncrypt*"];

    /// <summary>Whom the key's policy lets in, each with what it lets them do. What a condition narrows is not relied on.</summary>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public IReadOnlyList<string> InPolicy(string policy) =>
    [
        .. from statement in PolicyText.Parse(policy).Statements
           where !statement.IsDeny
           from principal in statement.IsNotPrincipal || statement.Principals.Count == 0 ? ["everybody but some"] : statement.Principals
           where !IsOfAccount(principal)
           let more = IsOfTarget(principal) ? MoreThanUse(statement) : Words(statement)
           where more.Length > 0
           select $"the key's policy lets {(principal == "*" ? "everybody" : principal)} do {more}",
    ];

    /// <summary>What the key's policy denies of what copies, drills and emergency restores do under it; null: nothing.</summary>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public string? DenialIn(string policy)
    {
        var statements = PolicyText.Parse(policy).Statements;
        return PolicyPrincipals.DeniedIn(statements, Needed, account) is { Count: > 0 } denied
            ? $"the key's policy denies {string.Join(", ", denied)}, without which copies can be neither made nor read"
            : target is not null && PolicyPrincipals.DeniedIn(statements, Used, target) is { Count: > 0 } toTarget
                ? $"the key's policy denies account {target} {string.Join(", ", toTarget)}, without which no copy can be restored there"
                : null;
    }

    public IReadOnlyList<string> InGrants(IEnumerable<KeyGrant> grants) =>
    [
        .. from grant in grants
           from why in Of(grant)
           select $"grant {grant.Id} ({string.Join(", ", grant.Operations)}) {why}",
    ];

    private static string Words(PolicyStatementText statement) => (statement.IsNotAction ? "everything but " : string.Empty) + string.Join(", ", statement.Actions);

    private static string MoreThanUse(PolicyStatementText statement) =>
        statement.IsNotAction ? Words(statement) : string.Join(", ", statement.Actions.Where(static action => !PatternsOfUse.Contains(action, StringComparer.OrdinalIgnoreCase)));

    private IEnumerable<string> Of(KeyGrant grant)
    {
        if (!IsService(grant.Grantee) && !IsOurs(grant.Grantee) && !IsServiceOfTarget(grant.Grantee))
        {
            yield return $"gives {grant.Grantee} the key, {(IsOfAccount(grant.Grantee) ? "which is neither a service of AWS nor a role of ours" : "outside the vault account")}";
        }

        if (grant.Retiring is { } retiring && !IsService(retiring) && !IsOfAccount(retiring) && !IsServiceOfTarget(retiring))
        {
            yield return $"can be ended by {retiring}, outside the vault account";
        }

        // A service that another account asked for works for that account: only for the one that may use the key anyhow.
        if (grant.IssuedBy is { } issuer && !IsOfAccount(issuer) && !IsOfTarget(issuer))
        {
            yield return $"was made by {issuer}, outside the vault account";
        }
    }

    private bool IsOfAccount(string principal) => PolicyPrincipals.IsOf(principal, account);

    private bool IsOfTarget(string principal) => target is not null && PolicyPrincipals.IsOf(principal, target);

    private bool IsServiceOfTarget(string principal) => IsOfTarget(principal) && IsServiceLinked(principal);

    // Nobody but AWS makes a role under that path (IAM user guide, "Using service-linked roles").
    private static bool IsServiceLinked(string principal) =>
        Parts(principal) is [_, _, "iam", _, _, var resource] && resource.StartsWith("role/aws-service-role/", StringComparison.Ordinal);

    private bool IsOurs(string principal) => IsOfAccount(principal) && Parts(principal) is [_, _, var service, _, _, var resource]
        && (IsServiceLinked(principal)
            || (service == "iam" && roles.Contains(principal))
            || (service == "sts" && resource.Split('/') is ["assumed-role", var name, _] && roles.Any(role => role.EndsWith($"/{name}", StringComparison.Ordinal))));

    private static bool IsService(string principal) => !principal.Contains(':', StringComparison.Ordinal)
        && (principal.EndsWith(".amazonaws.com", StringComparison.Ordinal) || principal.EndsWith(".amazonaws.com.cn", StringComparison.Ordinal));

    // What comes after the account may have colons of its own.
    private static string[] Parts(string principal) => principal.Split(':', 6);
}
