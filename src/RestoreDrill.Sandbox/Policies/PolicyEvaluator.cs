namespace RestoreDrill.Sandbox.Policies;

/// <summary>
/// Decides as AWS documents it (IAM user guide, "Policy evaluation logic" and "Cross-account policy evaluation logic"; KMS developer guide, "Key policies";
/// Organizations user guide, "SCP evaluation"): a Deny anywhere wins; every level of the organisation has to allow; then the identity's policies and the resource's.
/// </summary>
internal static class PolicyEvaluator
{
    public static PolicyDecision Decide(PolicyRequest request, ApplicablePolicies policies)
    {
        var controls = policies.Controls is { } found && found.Bind(request.Caller) ? found.Levels : [];
        return Denial(request, PolicyKind.ServiceControl, controls.SelectMany(level => level.Policies))
            ?? (policies.Resource is { } resource ? Denial(request, resource.Kind, [resource.Policy]) : null)
            ?? Denial(request, PolicyKind.Identity, policies.Identity)
            ?? MissingControl(request, controls)
            ?? Grant(request, policies);
    }

    private static PolicyDecision? Denial(PolicyRequest request, PolicyKind kind, IEnumerable<NamedPolicy> policies) =>
        Strongest(request, policies, PolicyEffect.Deny) is { } found ? new PolicyDecision(false, kind, found.Policy, found.Statement) : null;

    private static PolicyDecision? MissingControl(PolicyRequest request, IReadOnlyList<ControlLevel> levels) =>
        levels.FirstOrDefault(level => Strongest(request, level.Policies, PolicyEffect.Allow) is null) is { } missing
            ? new PolicyDecision(false, PolicyKind.ServiceControl, missing.Target, null)
            : null;

    private static PolicyDecision Grant(PolicyRequest request, ApplicablePolicies policies)
    {
        var byIdentity = Strongest(request, policies.Identity, PolicyEffect.Allow);
        var identity = new PolicyDecision(byIdentity is not null, PolicyKind.Identity, byIdentity?.Policy, byIdentity?.Statement);
        if (policies.Resource is not { } resource)
        {
            return identity;
        }

        var byResource = Strongest(request, [resource.Policy], PolicyEffect.Allow);
        var granted = new PolicyDecision(byResource is not null, resource.Kind, byResource?.Policy, byResource?.Statement);
        if (request.Caller.AccountId != request.ResourceAccountId)
        {
            return identity.IsAllowed ? granted : identity;
        }

        if (byResource?.Reach == PrincipalReach.ByName)
        {
            return granted;
        }

        return resource.IsRequired && byResource is null ? granted : identity;
    }

    /// <summary>The statement of that effect that reaches the caller most directly; null if none does.</summary>
    private static Applied? Strongest(PolicyRequest request, IEnumerable<NamedPolicy> policies, PolicyEffect effect) =>
        policies
            .SelectMany(policy => policy.Document.Statements, (policy, statement) => (Policy: policy.Name, Statement: statement))
            .Where(candidate => candidate.Statement.Effect == effect)
            .Select(candidate => new Applied(candidate.Policy, candidate.Statement.Name, candidate.Statement.Reach(request)))
            .Where(applied => applied.Reach != PrincipalReach.None)
            .MaxBy(applied => applied.Reach);

    private sealed record Applied(string Policy, string Statement, PrincipalReach Reach);
}
