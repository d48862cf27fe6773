namespace RestoreDrill.Sandbox.Accounts;

/// <summary>An account's limits, as AWS gives them to a new account (CHAP_Limits).</summary>
internal sealed record Quotas
{
    public int ManualSnapshots { get; init; } = 100;

    public int CopiesInFlight { get; init; } = 20;

    public int Instances { get; init; } = 40;
}
