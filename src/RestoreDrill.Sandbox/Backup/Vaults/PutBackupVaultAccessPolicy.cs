using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Backup.Vaults;

/// <summary>A policy that cannot be read is InvalidParameterValueException, with what is wrong with it.</summary>
internal sealed class PutBackupVaultAccessPolicy : IBackupOperation
{
    public string Name => nameof(PutBackupVaultAccessPolicy);

    public RestRoute Route { get; } = new("PUT", "/backup-vaults/{backupVaultName}/access-policy");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var vault = call.Vault();
        var policy = call.Required("Policy");
        try
        {
            PolicyParser.Parse(policy, PolicyKind.Resource);
        }
        catch (AwsError malformed) when (malformed.Code == Malformed.Code)
        {
            throw BackupError.InvalidParameterValue($"Invalid policy: {malformed.Message}");
        }

        vault.AccessPolicy = policy;
        return null;
    }
}
