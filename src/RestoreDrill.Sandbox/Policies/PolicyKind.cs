namespace RestoreDrill.Sandbox.Policies;

/// <summary>What a policy hangs on: it decides which elements the policy may have, and how a refusal by it is worded.</summary>
internal enum PolicyKind
{
    /// <summary>Of a user or a role: names no principal.</summary>
    Identity,

    /// <summary>Of a resource, such as a key: names principals.</summary>
    Resource,

    /// <summary>Of a role, saying who may assume it: names principals and no resource.</summary>
    Trust,

    /// <summary>Of an organisation's root, an organisational unit or an account: names no principal.</summary>
    ServiceControl,
}
