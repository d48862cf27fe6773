using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>Finds the grant that a call names.</summary>
internal static class GrantLookup
{
    /// <summary>That of the call's key and GrantId.</summary>
    /// <exception cref="AwsError">ValidationException, or InvalidGrantIdException, whose text is not AWS's.</exception>
    public static KmsGrant OnKey(KmsCall call, KmsKey key)
    {
        var id = call.Required("GrantId");
        return key.Grants.Find(grant => grant.Id == id) ?? throw new AwsError("InvalidGrantIdException", $"There is no grant {id} on {key.Arn}.");
    }

    /// <summary>That of a token, on a key of any account in the call's region.</summary>
    /// <exception cref="AwsError">InvalidGrantTokenException, whose text is not AWS's.</exception>
    public static (KmsKey Key, KmsGrant Grant) WithToken(KeyRing keys, AwsCall call, string token) =>
        Accounts.Account.All.SelectMany(account => keys.KeysOf(account.Id, call.Region))
            .SelectMany(key => key.Grants, (key, grant) => (key, grant))
            .Where(found => found.grant.Token == token)
            .Select(found => ((KmsKey, KmsGrant)?)found)
            .FirstOrDefault() ?? throw new AwsError("InvalidGrantTokenException", "The grant token is not valid.");
}
