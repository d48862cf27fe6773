namespace Amazon.RDS.Model;

/// <summary>Paginators: each reads page after page, following <c>Marker</c>, while it is enumerated.</summary>
public interface IRDSPaginatorFactory
{
    IDescribeDBInstanceAutomatedBackupsPaginator DescribeDBInstanceAutomatedBackups(DescribeDBInstanceAutomatedBackupsRequest request);

    IDescribeDBInstancesPaginator DescribeDBInstances(DescribeDBInstancesRequest request);

    IDescribeDBParameterGroupsPaginator DescribeDBParameterGroups(DescribeDBParameterGroupsRequest request);

    IDescribeDBParametersPaginator DescribeDBParameters(DescribeDBParametersRequest request);

    IDescribeDBSnapshotsPaginator DescribeDBSnapshots(DescribeDBSnapshotsRequest request);

    IDescribeDBSubnetGroupsPaginator DescribeDBSubnetGroups(DescribeDBSubnetGroupsRequest request);
}
