namespace RestoreDrill.Sandbox.Policies;

/// <summary>The Resource or NotResource of a statement. Case counts, and a wildcard reaches over colons.</summary>
internal sealed record ResourceMatch(IReadOnlyList<TextPattern> Patterns, bool IsNegated)
{
    public bool Covers(string resource, ConditionContext context) => Patterns.Any(pattern => pattern.IsLike(resource, context)) != IsNegated;
}
