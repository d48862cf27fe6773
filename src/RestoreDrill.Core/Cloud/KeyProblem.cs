namespace RestoreDrill.Core.Cloud;

/// <summary>What keeps a KMS key from being used for databases and their copies.</summary>
/// <param name="Words">What is the matter, to be read after the key's ARN.</param>
/// <param name="Next">What to do about it.</param>
public sealed record KeyProblem(string Words, string Next)
{
    /// <summary>The problem of a key's state; null: it is enabled. Nothing can be encrypted or read under a key in any other state (KMS: Key states of KMS keys).</summary>
    public static KeyProblem? OfState(EncryptionKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var account = AccountOf(key) is { } owner ? $"in account {owner}" : "in its account";
        return key.State switch
        {
            "Enabled" => null,
            "PendingDeletion" => new KeyProblem(
                "is 'PendingDeletion', not Enabled: it is about to be DELETED, and with it all that is encrypted under it",
                $"Cancel the deletion now, {account}: aws kms cancel-key-deletion, then aws kms enable-key."),
            "Disabled" => new KeyProblem(
                "is 'Disabled', not Enabled: what is encrypted under it cannot be read", $"Enable it, {account}: aws kms enable-key."),
            var other => new KeyProblem(
                $"is '{other}', not Enabled: what is encrypted under it may be unreadable", $"Look why, {account}: aws kms describe-key."),
        };
    }

    /// <summary>All problems of a key that copies shall lie under: it has to be enabled, and a customer managed key of the vault account.</summary>
    public static IReadOnlyList<KeyProblem> OfVaultKey(EncryptionKey key, string vaultAccount)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(vaultAccount);
        var write = $"Write a customer managed key of the vault account {vaultAccount} in RestoreDrill:Vault:KmsKey.";
        KeyProblem?[] problems =
        [
            key.AwsManaged ? new KeyProblem("is an AWS managed key", write) : null,
            AccountOf(key) == vaultAccount ? null : new KeyProblem($"is not a key of the vault account {vaultAccount}", write),
            OfState(key),
        ];
        return [.. problems.OfType<KeyProblem>()];
    }

    private static string? AccountOf(EncryptionKey key) => key.Arn.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? account : null;
}
