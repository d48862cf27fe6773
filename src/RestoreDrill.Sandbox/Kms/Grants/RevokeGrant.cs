namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>Takes a grant away. If RDS made it for an instance, the instance has lost its key.</summary>
internal sealed class RevokeGrant(ServiceGrants services) : IKmsOperation
{
    public string Name => nameof(RevokeGrant);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.Key();
        services.Retire(key);
        var grant = GrantLookup.OnKey(call, key);
        DryRun.Stop(call);
        key.Grants.Remove(grant);
        services.Lost(grant);
        return null;
    }
}
