using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms.Aliases;
using RestoreDrill.Sandbox.Kms.Keys;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>A call with the keys.</summary>
internal sealed record KmsCall(AwsCall Call, KeyRing Keys)
{
    public CallParameters Parameters => Call.Parameters;

    public string AccountId => Call.AccountId;

    public string Region => Call.Region;

    /// <summary>What the caller's account has in KMS.</summary>
    public KmsState State => Keys.StateOf(AccountId, Region);

    /// <exception cref="AwsError">ValidationException.</exception>
    public string Required(string name) => Parameters.Text(name) ?? throw KmsError.Missing(name);

    /// <summary>The key that a parameter names by its id or ARN, in whatever account: who may do what with it has been decided before.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isAliasGood">Whether an alias, or its ARN, will do as well.</param>
    /// <exception cref="AwsError">ValidationException or NotFoundException.</exception>
    public KmsKey Key(string parameter = "KeyId", bool isAliasGood = false)
    {
        var name = Required(parameter);
        var isAlias = name.Contains("alias/", StringComparison.Ordinal);
        var isArn = name.StartsWith("arn:", StringComparison.Ordinal);
        if (isArn && name.Split(':') is [_, _, _, var region, ..] && region != Region)
        {
            throw KmsError.NotFound($"Invalid arn {region}");
        }

        if ((isAlias && !isAliasGood) || (!isAlias && !isArn && !Guid.TryParseExact(name, "D", out _)))
        {
            throw KmsError.NotFound($"Invalid keyId '{name}'");
        }

        return Keys.Find(AccountId, Region, name) ?? throw KmsError.NotFound(isAlias
            ? $"Alias {(isArn ? name : KmsAlias.ArnOf(AccountId, Region, name))} is not found."
            : $"Key '{(isArn ? name : KmsKey.ArnOf(AccountId, Region, name))}' does not exist");
    }

    /// <summary>That key, unless it is to be deleted.</summary>
    /// <exception cref="AwsError">As <see cref="Key"/>, or KMSInvalidStateException.</exception>
    public KmsKey LastingKey(string parameter = "KeyId")
    {
        var key = Key(parameter);
        return key.State == KeyState.PendingDeletion ? throw KmsError.PendingDeletion(key) : key;
    }

    /// <summary>That key, if it is enabled.</summary>
    /// <exception cref="AwsError">As <see cref="LastingKey"/>, or DisabledException.</exception>
    public KmsKey EnabledKey()
    {
        var key = LastingKey();
        return key.State == KeyState.Disabled ? throw KmsError.Disabled(key) : key;
    }
}
