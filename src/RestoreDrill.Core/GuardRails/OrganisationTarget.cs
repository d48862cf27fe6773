namespace RestoreDrill.Core.GuardRails;

/// <summary>An account, a unit or the root of an organisation, with the service control policies that are attached to it.</summary>
/// <param name="Id">For example <c>ou-ab12-11111111</c>.</param>
/// <param name="IsRoot">Whether it is the root.</param>
/// <param name="Policies">Attached to it directly; none where the root has the policy type not enabled.</param>
public sealed record OrganisationTarget(string Id, bool IsRoot, IReadOnlyList<AttachedPolicy> Policies);
