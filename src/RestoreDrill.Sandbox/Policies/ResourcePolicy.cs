namespace RestoreDrill.Sandbox.Policies;

/// <summary>The policy of the resource that is asked for.</summary>
/// <param name="Kind"><see cref="PolicyKind.Resource"/> or <see cref="PolicyKind.Trust"/>.</param>
/// <param name="Policy">The policy.</param>
/// <param name="IsRequired">
/// Whether nobody gets by without it, as for a key's policy and for a role's trust policy; else it adds to what the identity policies of its own account allow.
/// </param>
internal sealed record ResourcePolicy(PolicyKind Kind, NamedPolicy Policy, bool IsRequired);
