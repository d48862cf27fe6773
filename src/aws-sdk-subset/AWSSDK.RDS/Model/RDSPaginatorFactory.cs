namespace Amazon.RDS.Model;

/// <inheritdoc/>
public class RDSPaginatorFactory : IRDSPaginatorFactory
{
    private readonly IAmazonRDS client;

    internal RDSPaginatorFactory(IAmazonRDS client) => this.client = client;

    public IDescribeDBInstanceAutomatedBackupsPaginator DescribeDBInstanceAutomatedBackups(DescribeDBInstanceAutomatedBackupsRequest request)
        => new DescribeDBInstanceAutomatedBackupsPaginator(client, request);

    public IDescribeDBInstancesPaginator DescribeDBInstances(DescribeDBInstancesRequest request)
        => new DescribeDBInstancesPaginator(client, request);

    public IDescribeDBParameterGroupsPaginator DescribeDBParameterGroups(DescribeDBParameterGroupsRequest request)
        => new DescribeDBParameterGroupsPaginator(client, request);

    public IDescribeDBParametersPaginator DescribeDBParameters(DescribeDBParametersRequest request)
        => new DescribeDBParametersPaginator(client, request);

    public IDescribeDBSnapshotsPaginator DescribeDBSnapshots(DescribeDBSnapshotsRequest request)
        => new DescribeDBSnapshotsPaginator(client, request);

    public IDescribeDBSubnetGroupsPaginator DescribeDBSubnetGroups(DescribeDBSubnetGroupsRequest request)
        => new DescribeDBSubnetGroupsPaginator(client, request);
}
