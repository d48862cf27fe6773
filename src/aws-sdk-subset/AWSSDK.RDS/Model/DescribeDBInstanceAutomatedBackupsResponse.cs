using Amazon.Runtime;
using Amazon.Wire;

namespace Amazon.RDS.Model;

/// <summary>What <c>DescribeDBInstanceAutomatedBackups</c> answers.</summary>
public partial class DescribeDBInstanceAutomatedBackupsResponse : AmazonWebServiceResponse
{
    public string Marker { get; set; }

    [ListItem("DBInstanceAutomatedBackup")]
    public List<DBInstanceAutomatedBackup> DBInstanceAutomatedBackups { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
