namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>Ends a grant that is no longer needed, named by its token, or by its key's ARN and its id.</summary>
internal sealed class RetireGrant : IKmsOperation
{
    public string Name => nameof(RetireGrant);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        KmsKey key;
        KmsGrant grant;
        if (call.Parameters.Text("GrantToken") is { } token)
        {
            (key, grant) = GrantLookup.WithToken(call.Keys, call.Call, token);
        }
        else if (call.Parameters.Text("KeyId") is not null && call.Parameters.Text("GrantId") is not null)
        {
            key = call.Key();
            grant = GrantLookup.OnKey(call, key);
        }
        else
        {
            throw KmsError.Validation("Grant token OR (grant ID, key ID) must be specified");
        }

        DryRun.Stop(call);
        key.Grants.Remove(grant);
        return null;
    }
}
