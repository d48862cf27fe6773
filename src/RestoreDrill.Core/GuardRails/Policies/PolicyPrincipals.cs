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
    /// Those of some actions that a policy denies to somebody who needs them: to everybody, to an account that is named, to those whom a NotPrincipal does not leave out, or to anybody in an
    /// account of these. Denials under a condition are not counted: they may never apply.
    /// </summary>
    /// <param name="statements">The policy's.</param>
    /// <param name="needed">The actions.</param>
    /// <param name="accounts">The accounts whose roles do them.</param>
    public static IReadOnlyList<string> DeniedIn(IReadOnlyList<PolicyStatementText> statements, IReadOnlyList<string> needed, params string[] accounts)
    {
        var denials = statements.Where(statement => statement is { IsDeny: true, Condition: null }
            && (statement.IsNotPrincipal || statement.Principals.Any(principal => IsEverybody(principal) || accounts.Any(account => IsOf(principal, account))))).ToList();
        return [.. needed.Where(action => denials.Exists(denial => denial.IsAbout(action)))];
    }
}
