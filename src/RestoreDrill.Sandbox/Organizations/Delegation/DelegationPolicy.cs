namespace RestoreDrill.Sandbox.Organizations.Delegation;

/// <summary>The organisation's resource policy.</summary>
internal sealed record DelegationPolicy(string Id, string Content);
