namespace RestoreDrill.Sandbox.Policies;

/// <summary>The Action or NotAction of a statement. Case does not count.</summary>
internal sealed record ActionMatch(IReadOnlyList<TextPattern> Patterns, bool IsNegated)
{
    public bool Covers(string action) => Patterns.Any(pattern => pattern.IsLike(action, ConditionContext.Empty, ignoreCase: true)) != IsNegated;
}
