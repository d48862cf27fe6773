namespace RestoreDrill.Sandbox.Policies;

/// <summary>All policies that a request is held against.</summary>
/// <param name="Identity">Those of the caller's user or role.</param>
/// <param name="Resource">
/// That of the resource; null where there are none for its kind, and whose it is for its service to judge, as RDS does by whom a snapshot is shared with.
/// </param>
/// <param name="Controls">What the organisation of the caller's account says; null outside of one.</param>
internal sealed record ApplicablePolicies(IReadOnlyList<NamedPolicy> Identity, ResourcePolicy? Resource = null, ServiceControls? Controls = null);
