using System.Text.Json;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>
/// What grants allow, as statements beside those of a key's policy. A grant with constraints gives no cryptographic operation here: what services ask for has no
/// encryption context that a customer could have known. The service's own grants give nobody else anything.
/// </summary>
internal static class GrantStatements
{
    private static readonly string[] WithoutContext = ["CreateGrant", "DescribeKey"];

    public static IEnumerable<PolicyStatement> Of(KmsGrant grant)
    {
        var isConstrained = grant.ContextSubset is not null || grant.ContextEquals is not null;
        string[] given = [.. grant.Operations.Where(operation => operation != KmsGrant.Retire && (!isConstrained || WithoutContext.Contains(operation)))];
        return grant.Subject is null && given.Length > 0 ? Statement(grant, [grant.GranteePrincipal], given) : [];
    }

    /// <summary>What lets a grant be retired (KMS developer guide, "Retiring and revoking grants").</summary>
    public static IEnumerable<PolicyStatement> OfRetiring(KmsGrant grant)
    {
        string[] principals =
        [
            .. grant.RetiringPrincipal is { } retiring ? [retiring] : Array.Empty<string>(),
            .. grant.Operations.Contains(KmsGrant.Retire) ? [grant.GranteePrincipal] : Array.Empty<string>(),
        ];
        return grant.Subject is null && principals.Length > 0 ? Statement(grant, principals, [KmsGrant.Retire]) : [];
    }

    private static IReadOnlyList<PolicyStatement> Statement(KmsGrant grant, string[] principals, string[] operations) =>
        PolicyParser.Parse(
            JsonSerializer.Serialize(new
            {
                Version = "2012-10-17",
                Statement = new
                {
                    Sid = $"grant {grant.Id}",
                    Effect = "Allow",
                    Principal = new { AWS = principals },
                    Action = operations.Select(operation => "kms:" + operation),
                    Resource = "*",
                },
            }),
            PolicyKind.Resource).Statements;
}
