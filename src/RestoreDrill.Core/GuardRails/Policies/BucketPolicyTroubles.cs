namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>What of a bucket's policy keeps facts out of the bucket of facts, or lets somebody else write into it or take away. Who may read them is not looked at: an auditor may.</summary>
internal static class BucketPolicyTroubles
{
    /// <summary>What copy runs and drills do with facts.</summary>
    private static readonly string[] Needed =
    [
        "s3:PutObject", "s3:PutObjectRetention", "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention", "s3:ListBucket", "s3:ListBucketVersions",
    ];

    /// <param name="policy">The bucket's policy.</param>
    /// <param name="owner">The bucket's own account.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="installation">The installation whose facts lie in it, below that prefix.</param>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public static IReadOnlyList<string> In(string policy, string owner, string bucket, string installation)
    {
        var statements = PolicyText.Parse(policy).Statements;
        var arn = $"arn:aws:s3:::{bucket}";
        var denied = PolicyPrincipals.DeniedIn([.. statements.Where(statement => MayBeOn(statement, arn, $"{arn}/{installation}/"))], Needed, owner);
        return
        [
            .. denied.Count == 0 ? Array.Empty<string>() : [$"denies, or may deny, {string.Join(", ", denied)}, without which facts can be neither put nor read"],
            .. from statement in statements
               where !statement.IsDeny && (statement.IsNotAction || !statement.Actions.All(IsReading))
               from principal in statement.IsNotPrincipal || statement.Principals.Count == 0 ? ["everybody but some"] : statement.Principals
               where !PolicyPrincipals.IsOf(principal, owner)
               select $"lets {(PolicyPrincipals.IsEverybody(principal) ? "everybody" : principal)} do {(statement.IsNotAction ? "everything but " : string.Empty)}{string.Join(", ", statement.Actions)}",
        ];
    }

    private static bool IsReading(string action) => action.StartsWith("s3:Get", StringComparison.OrdinalIgnoreCase) || action.StartsWith("s3:List", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a statement may be about the bucket, or about an object below the prefix: only what plainly lies elsewhere is not.</summary>
    private static bool MayBeOn(PolicyStatementText statement, string bucket, string prefix) => statement.IsNotResource || statement.Resources.Count == 0 || statement.Resources.Any(pattern =>
        PolicyPattern.Matches(pattern, bucket, ignoreCase: false)
        || Literal(pattern).StartsWith(prefix, StringComparison.Ordinal)
        || (Literal(pattern) != pattern && prefix.StartsWith(Literal(pattern), StringComparison.Ordinal)));

    /// <summary>What stands before the first wildcard or variable.</summary>
    private static string Literal(string pattern) => pattern.IndexOfAny(['*', '?', '$']) is >= 0 and var end ? pattern[..end] : pattern;
}
