namespace RestoreDrill.Sandbox.Kms.Grants;

internal sealed class ListGrants(ServiceGrants services) : IKmsOperation
{
    private static readonly KmsPage Page = new(50, 100);

    public string Name => nameof(ListGrants);

    public Dictionary<string, object>? Execute(KmsCall call)
    {
        var key = call.Key();
        services.Retire(key);
        var wanted = call.Parameters.Text("GrantId") is null ? null : GrantLookup.OnKey(call, key);
        var grantee = call.Parameters.Text("GranteePrincipal");
        return Page.Of(
            call.Parameters,
            "Grants",
            key.Grants.Where(grant => (wanted is null || grant == wanted) && (grantee is null || grant.GranteePrincipal == grantee)),
            grant => grant.Id,
            grant => GrantJson.Of(key, grant));
    }
}
