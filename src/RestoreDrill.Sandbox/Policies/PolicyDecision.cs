namespace RestoreDrill.Sandbox.Policies;

/// <summary>What the policies answer, and which of them decided.</summary>
/// <param name="IsAllowed">Whether the request may go on.</param>
/// <param name="Layer">The kind of policy that decided.</param>
/// <param name="Policy">The policy's name; null where none of that kind said anything. Of a missing service control policy: the level that lacks it.</param>
/// <param name="Statement">The statement's Sid or number; null for an implicit denial.</param>
internal sealed record PolicyDecision(bool IsAllowed, PolicyKind Layer, string? Policy, string? Statement)
{
    /// <summary>Whether a Deny says so; else an Allow is missing.</summary>
    public bool IsExplicitDenial => !IsAllowed && Statement is not null;

    /// <summary>The refusal in AWS's words (IAM user guide, "Troubleshoot access denied error messages").</summary>
    public string Refusal(PolicyRequest request)
    {
        // Of a role that does not trust the caller AWS tells no more than this, so that its name cannot be probed.
        var on = Layer == PolicyKind.Trust ? "" : $" on resource: {request.Resource}";
        var why = IsExplicitDenial ? $"with an explicit deny in {Definite}{Which}" : $"because no {Words} allows the {request.Action} action";
        return $"User: {request.Caller.Arn} is not authorized to perform: {request.Action}{on} {why}";
    }

    // Since January 2026 AWS names the policy by its ARN, within an account or an organisation (AWS security blog, "Enhanced access denied error messages").
    private string Which => Layer == PolicyKind.ServiceControl && Policy?.StartsWith("arn:", StringComparison.Ordinal) == true ? ": " + Policy : "";

    private string Definite => Layer switch
    {
        PolicyKind.Identity => "an " + Words,
        PolicyKind.Trust => "the " + Words,
        _ => "a " + Words,
    };

    private string Words => Layer switch
    {
        PolicyKind.Identity => "identity-based policy",
        PolicyKind.Resource => "resource-based policy",
        PolicyKind.Trust => "role trust policy",
        _ => "service control policy",
    };
}
