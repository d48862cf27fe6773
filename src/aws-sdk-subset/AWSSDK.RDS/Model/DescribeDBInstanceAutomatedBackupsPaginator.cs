using Amazon.RDS.Wire;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBInstanceAutomatedBackupsPaginator(IAmazonRDS client, DescribeDBInstanceAutomatedBackupsRequest request)
    : MarkerPaginator<DescribeDBInstanceAutomatedBackupsResponse>, IDescribeDBInstanceAutomatedBackupsPaginator
{
    public IPaginatedEnumerable<DBInstanceAutomatedBackup> DBInstanceAutomatedBackups
        => new PaginatedResultKeyResponse<DescribeDBInstanceAutomatedBackupsResponse, DBInstanceAutomatedBackup>(
            this, static page => page.DBInstanceAutomatedBackups ?? []);

    private protected override string FirstMarker => request.Marker;

    private protected override Task<DescribeDBInstanceAutomatedBackupsResponse> PageAsync(string marker, CancellationToken cancellationToken)
    {
        request.Marker = marker;
        return client.DescribeDBInstanceAutomatedBackupsAsync(request, cancellationToken);
    }

    private protected override string NextMarker(DescribeDBInstanceAutomatedBackupsResponse page) => page.Marker;
}
