using RestoreDrill.Sandbox.Policies;
using RestoreDrill.Sandbox.Policies.Conditions;

namespace RestoreDrill.Sandbox.S3.Access;

/// <summary>
/// Which policies are public (S3 user guide, "Blocking public access", "The meaning of public"): those with an Allow for everybody that no condition holds to fixed values of certain
/// keys. A value with a wildcard or a variable is not fixed. The guide takes a bucket to be public until it is shown not to be.
/// </summary>
internal static class PublicPolicies
{
    private static readonly HashSet<string> Binding = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:SourceIp", "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce",
        "aws:SourceOwner", "aws:SourceAccount", "aws:userid", "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:DataAccessPointAccount",
        "s3:DataAccessPointArn",
    };

    public static bool IsPublic(PolicyDocument policy) => policy.Statements.Any(statement =>
        statement.Effect == PolicyEffect.Allow
        && statement.Principals is { } principals && (principals.IsNegated || principals.Patterns.Contains(PrincipalPattern.Everybody))
        && !statement.Conditions.Any(Binds));

    private static bool Binds(ConditionTerm term) =>
        Binding.Contains(term.Key) && term.Operator is { IfExists: false, Qualifier: not SetQualifier.ForAllValues, Comparison.IsNegated: false }
        && term.Values.All(value => !value.HasVariables && !value.Text.Contains('*', StringComparison.Ordinal) && !value.Text.Contains('?', StringComparison.Ordinal));
}
