namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>What of a bucket's policy keeps facts out of the bucket of facts, or lets somebody else write into it or take away. Who may read them is not looked at: an auditor may.</summary>
internal static class BucketPolicyTroubles
{
    /// <summary>What copy runs and drills do with facts.</summary>
    private static readonly string[] Needed =
    [
        "s3:PutObject", "s3:PutObjectRetention", "s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectRetention", "s3:ListBucket", "s3:ListBucketVersions",
    ];

    private static readonly string[] Harmful = ["s3:PutObject", .. VaultDenies.OfFacts];

    /// <param name="policy">The bucket's policy.</param>
    /// <param name="owner">The bucket's own account.</param>
    /// <exception cref="FormatException">It is no policy document that can be read.</exception>
    public static IReadOnlyList<string> In(string policy, string owner)
    {
        var statements = PolicyText.Parse(policy).Statements;
        var denied = PolicyPrincipals.DeniedIn(statements, Needed, owner);
        return
        [
            .. denied.Count == 0 ? Array.Empty<string>() : [$"denies {string.Join(", ", denied)}, without which facts can be neither put nor read"],
            .. from statement in statements
               where !statement.IsDeny
               let harm = Harmful.Where(statement.IsAbout).ToList()
               where harm.Count > 0
               from principal in statement.IsNotPrincipal || statement.Principals.Count == 0 ? ["everybody but some"] : statement.Principals
               where !PolicyPrincipals.IsOf(principal, owner)
               select $"lets {(PolicyPrincipals.IsEverybody(principal) ? "everybody" : principal)} do {string.Join(", ", harm)}",
        ];
    }
}
