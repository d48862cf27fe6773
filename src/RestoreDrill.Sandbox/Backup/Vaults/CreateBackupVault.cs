using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.Tags;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Kms;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>
/// Makes a vault, under the key of that ARN, or under AWS's key <c>alias/aws/backup</c> where none is given. The same call again with the same CreatorRequestId is answered as the
/// first (API reference); any other of that name is AlreadyExistsException.
/// </summary>
internal sealed partial class CreateBackupVault(KeyRing keys, SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(CreateBackupVault);

    public RestRoute Route { get; } = new("PUT", "/backup-vaults/{backupVaultName}");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var name = call.Required("BackupVaultName");
        if (!VaultName().IsMatch(name))
        {
            throw BackupError.InvalidParameterValue(
                $"Invalid backup vault name: {name}. Must be 2 to 50 letters, digits, hyphens and underscores.");
        }

        var token = call.Parameters.Text("CreatorRequestId");
        var vault = call.Vaults.FirstOrDefault(other => other.Name == name);
        if (vault is null)
        {
            call.State.Backup.Vaults.Add(vault = Record(call, name, token));
        }
        else if (token is null || token != vault.CreatorRequestId)
        {
            throw BackupError.AlreadyExists("Backup vault with the same name already exists");
        }

        return BackupJson.Object(("BackupVaultName", vault.Name), ("BackupVaultArn", vault.Arn.ToString()), ("CreationDate", vault.CreatedAt));
    }

    private BackupVault Record(BackupCall call, string name, string? token)
    {
        var asked = call.Parameters.Text("EncryptionKeyArn");
        var isNamedByArn = asked?.StartsWith("arn:", StringComparison.Ordinal) != false;
        var key = isNamedByArn ? keys.Find(call.AccountId, call.Region, asked ?? KmsKey.BackupAlias) : null;
        return new BackupVault
        {
            AccountId = call.AccountId,
            Region = call.Region,
            Name = name,
            EncryptionKeyArn = key is { IsUsable: true } && key.Region == call.Region ? key.Arn : throw BackupError.InvalidParameterValue(
                $"The KMS key {asked} is not the ARN of a key that exists, is enabled and is of the region {call.Region}."),
            CreatorRequestId = token,
            CreatedAt = clock.GetUtcNow(),
            Tags = BackupTags.Read(call.Parameters, "BackupVaultTags"),
        };
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{2,50}\z")]
    private static partial Regex VaultName();
}
