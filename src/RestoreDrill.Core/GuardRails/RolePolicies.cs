namespace RestoreDrill.Core.GuardRails;

/// <summary>The policies of a role.</summary>
/// <param name="Written">Those that are written in the role itself: name and JSON.</param>
/// <param name="Attached">The ARNs of managed policies that hang on it.</param>
public sealed record RolePolicies(IReadOnlyList<AttachedPolicy> Written, IReadOnlyList<string> Attached);
