namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>A grant as ListGrants answers it.</summary>
internal static class GrantJson
{
    public static Dictionary<string, object> Of(KmsKey key, KmsGrant grant) => KmsJson.Object(
        ("KeyId", key.Arn),
        ("GrantId", grant.Id),
        ("Name", grant.Name),
        ("CreationDate", grant.CreatedAt),
        ("GranteePrincipal", grant.GranteePrincipal),
        ("RetiringPrincipal", grant.RetiringPrincipal),
        ("IssuingAccount", grant.IssuingAccount),
        ("Operations", grant.Operations),
        ("Constraints", Constraints(grant)));

    private static Dictionary<string, object>? Constraints(KmsGrant grant) => grant.ContextSubset is null && grant.ContextEquals is null
        ? null
        : KmsJson.Object(("EncryptionContextSubset", grant.ContextSubset), ("EncryptionContextEquals", grant.ContextEquals));
}
