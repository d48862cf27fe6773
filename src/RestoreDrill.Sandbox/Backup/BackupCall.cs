using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;
using RestoreDrill.Sandbox.Backup.Vaults;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>A call with the account that it sees.</summary>
internal sealed record BackupCall(AwsCall Call, AccountState State)
{
    public CallParameters Parameters => Call.Parameters;

    public string AccountId => Call.AccountId;

    public string Region => Call.Region;

    public IEnumerable<BackupVault> Vaults => State.Backup.Vaults.Where(vault => vault.Region == Region);

    /// <exception cref="AwsError">MissingParameterValueException.</exception>
    public string Required(string name) => Parameters.Text(name) ?? throw BackupError.MissingParameterValue(name);

    /// <summary>
    /// The caller's vault that a parameter names. Of other accounts' vaults only those shared by AWS RAM can be seen, which are logically air-gapped: there are none here.
    /// </summary>
    /// <exception cref="AwsError">MissingParameterValueException or ResourceNotFoundException.</exception>
    public BackupVault Vault(string parameter = "BackupVaultName")
    {
        var name = Required(parameter);
        var isOwn = Parameters.Text("backupVaultAccountId") is not { } owner || owner == AccountId;
        return (isOwn ? Vaults.FirstOrDefault(vault => vault.Name == name) : null)
            ?? throw BackupError.NotFound($"Backup vault with name {name} does not exist.");
    }

    /// <summary>The recovery point that the call names, in that vault.</summary>
    /// <exception cref="AwsError">MissingParameterValueException or ResourceNotFoundException.</exception>
    public RecoveryPoint Point(BackupVault vault)
    {
        var arn = Required("RecoveryPointArn");
        return PointsOf(vault).FirstOrDefault(point => point.Arn == arn) ?? throw BackupError.NotFound($"Cannot find recovery point {arn}.");
    }

    public IEnumerable<RecoveryPoint> PointsOf(BackupVault vault) => State.Backup.RecoveryPoints.Where(point => point.IsIn(vault));
}
