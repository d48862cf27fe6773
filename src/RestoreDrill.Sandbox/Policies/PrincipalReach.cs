namespace RestoreDrill.Sandbox.Policies;

/// <summary>How a statement of a resource's policy reaches a caller.</summary>
internal enum PrincipalReach
{
    None,

    /// <summary>Through its account: the account's own policies decide on.</summary>
    ByAccount,

    /// <summary>By its name, or as everybody.</summary>
    ByName,
}
