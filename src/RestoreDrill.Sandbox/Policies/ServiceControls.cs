namespace RestoreDrill.Sandbox.Policies;

/// <summary>What an organisation says about an account of its own.</summary>
/// <param name="ManagementAccountId">The account that no service control policy binds.</param>
/// <param name="Levels">Root, organisational units and the account itself: each of them has to allow.</param>
internal sealed record ServiceControls(string ManagementAccountId, IReadOnlyList<ControlLevel> Levels)
{
    public bool Bind(PolicyCaller caller) => caller.AccountId != ManagementAccountId && !caller.IsServiceLinkedRole;
}
