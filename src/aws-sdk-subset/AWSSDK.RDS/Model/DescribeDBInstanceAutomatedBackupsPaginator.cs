using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

internal sealed class DescribeDBInstanceAutomatedBackupsPaginator(IAmazonRDS client, DescribeDBInstanceAutomatedBackupsRequest request)
    : TokenPaginator<DescribeDBInstanceAutomatedBackupsResponse>, IDescribeDBInstanceAutomatedBackupsPaginator
{
    public IPaginatedEnumerable<DBInstanceAutomatedBackup> DBInstanceAutomatedBackups
        => new PaginatedResultKeyResponse<DescribeDBInstanceAutomatedBackupsResponse, DBInstanceAutomatedBackup>(
            this, static page => page.DBInstanceAutomatedBackups ?? []);

    private protected override string FirstToken => request.Marker;

    private protected override Task<DescribeDBInstanceAutomatedBackupsResponse> PageAsync(string token, CancellationToken cancellationToken)
    {
        request.Marker = token;
        return client.DescribeDBInstanceAutomatedBackupsAsync(request, cancellationToken);
    }

    private protected override string NextToken(DescribeDBInstanceAutomatedBackupsResponse page) => page.Marker;
}
