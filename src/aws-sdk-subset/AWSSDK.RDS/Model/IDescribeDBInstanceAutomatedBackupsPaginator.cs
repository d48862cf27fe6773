using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The pages of one <c>DescribeDBInstanceAutomatedBackups</c> question. It can be enumerated once.</summary>
public interface IDescribeDBInstanceAutomatedBackupsPaginator
{
    IPaginatedEnumerable<DescribeDBInstanceAutomatedBackupsResponse> Responses { get; }

    IPaginatedEnumerable<DBInstanceAutomatedBackup> DBInstanceAutomatedBackups { get; }
}
