using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>The pages of one <c>ListBackupVaults</c> question. It can be enumerated once.</summary>
public interface IListBackupVaultsPaginator
{
    IPaginatedEnumerable<ListBackupVaultsResponse> Responses { get; }

    IPaginatedEnumerable<BackupVaultListMember> BackupVaultList { get; }
}
