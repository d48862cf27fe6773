using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.Backup.Model;

internal sealed class ListRecoveryPointsByBackupVaultPaginator(IAmazonBackup client, ListRecoveryPointsByBackupVaultRequest request)
    : TokenPaginator<ListRecoveryPointsByBackupVaultResponse>, IListRecoveryPointsByBackupVaultPaginator
{
    public IPaginatedEnumerable<RecoveryPointByBackupVault> RecoveryPoints
        => new PaginatedResultKeyResponse<ListRecoveryPointsByBackupVaultResponse, RecoveryPointByBackupVault>(
            this, static page => page.RecoveryPoints ?? []);

    private protected override string FirstToken => request.NextToken;

    private protected override Task<ListRecoveryPointsByBackupVaultResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.NextToken = token;
        return client.ListRecoveryPointsByBackupVaultAsync(request, cancellationToken);
    }

    private protected override string NextToken(ListRecoveryPointsByBackupVaultResponse page) => page.NextToken;
}
