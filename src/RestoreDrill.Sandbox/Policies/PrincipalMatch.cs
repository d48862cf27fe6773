namespace RestoreDrill.Sandbox.Policies;

/// <summary>The Principal or NotPrincipal of a statement.</summary>
/// <remarks>
/// NotPrincipal leaves a caller out only where all that it is stands there: its account, its user or role, and its session (IAM user guide, "AWS JSON
/// policy elements: NotPrincipal").
/// </remarks>
internal sealed record PrincipalMatch(IReadOnlyList<PrincipalPattern> Patterns, bool IsNegated)
{
    public PrincipalReach Reach(PolicyCaller caller)
    {
        if (!IsNegated)
        {
            return Patterns.Select(pattern => pattern.Reach(caller)).DefaultIfEmpty(PrincipalReach.None).Max();
        }

        var isLeftOut = caller.Names.All(name => Patterns.Any(pattern => pattern.IsNamed(name)));
        return isLeftOut ? PrincipalReach.None : PrincipalReach.ByName;
    }
}
