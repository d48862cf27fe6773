using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>The pages of one <c>ListRecoveryPointsByBackupVault</c> question. It can be enumerated once.</summary>
public interface IListRecoveryPointsByBackupVaultPaginator
{
    IPaginatedEnumerable<ListRecoveryPointsByBackupVaultResponse> Responses { get; }

    IPaginatedEnumerable<RecoveryPointByBackupVault> RecoveryPoints { get; }
}
