namespace RestoreDrill.Core.GuardRails;

/// <summary>The organisation of an account (DescribeOrganization).</summary>
/// <param name="Id">For example <c>o-a1b2c3d4e5</c>.</param>
/// <param name="ManagementAccountId">Twelve digits.</param>
public sealed record Organisation(string Id, string ManagementAccountId);
