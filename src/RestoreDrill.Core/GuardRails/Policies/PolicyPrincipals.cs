namespace RestoreDrill.Core.GuardRails.Policies;

/// <summary>The principals of a resource's policy, as <see cref="PolicyStatementText.Principals"/> has them (<c>AWS arn:...</c>, <c>AWS 111111111111</c>, <c>*</c>).</summary>
internal static class PolicyPrincipals
{
    /// <summary>Whether a principal is an account, or anybody in it: by its ARN or its id, not by digits that stand somewhere else in it.</summary>
    public static bool IsOf(string principal, string account)
    {
        var value = principal.StartsWith("AWS ", StringComparison.Ordinal) ? principal[4..] : principal;
        return value == account || (value.Split(':', 6) is ["arn", _, _, _, var owner, _] && owner == account);
    }

    public static bool IsEverybody(string principal) => principal is "*" or "AWS *";

    /// <summary>
    /// Those of some actions that a policy denies to somebody who needs them: to everybody, to an account that is named, to anybody whom a NotPrincipal may not leave out (to leave a role out, its
    /// sessions have to be named, too: IAM user guide, "NotPrincipal"), or to a role in one of these accounts. A denial under a condition counts unless it is one that never
    /// applies to us (<see cref="HarmlessCondition"/>): what cannot be judged is not taken to be harmless.
    /// </summary>
    /// <param name="statements">The policy's.</param>
    /// <param name="needed">The actions.</param>
    /// <param name="accounts">The accounts whose roles do them.</param>
    public static IReadOnlyList<string> DeniedIn(IReadOnlyList<PolicyStatementText> statements, IReadOnlyList<string> needed, params string[] accounts)
    {
        var denials = statements.Where(statement => statement.IsDeny
            && (statement.IsNotPrincipal || statement.Principals.Any(principal => IsEverybody(principal) || accounts.Any(account => IsOf(principal, account) && !IsUser(principal))))).ToList();
        return [.. needed.Where(action => denials.Exists(denial => denial.IsAbout(action) && !HarmlessCondition.Is(denial.Condition, action)))];
    }

    // What RestoreDrill does, it does in roles.
    private static bool IsUser(string principal) => principal.Split(':', 6) is [.., var resource] && resource.StartsWith("user/", StringComparison.Ordinal);
}
