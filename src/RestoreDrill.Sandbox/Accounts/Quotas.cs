namespace RestoreDrill.Sandbox.Accounts;

/// <summary>An account's limits, as AWS gives them to a new account (RDS user guide, "Quotas and constraints"; IAM user guide, "IAM and AWS STS quotas").</summary>
internal sealed record Quotas
{
    public int ManualSnapshots { get; init; } = 100;

    public int CopiesInFlight { get; init; } = 20;

    public int Instances { get; init; } = 40;

    /// <summary>Managed policies of one role.</summary>
    public int AttachedPolicies { get; init; } = 10;
}
