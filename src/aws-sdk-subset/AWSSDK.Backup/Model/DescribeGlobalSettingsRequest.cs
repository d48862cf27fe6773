namespace Amazon.Backup.Model;

/// <summary>The parameters of <c>DescribeGlobalSettings</c>.</summary>
public partial class DescribeGlobalSettingsRequest : AmazonBackupRequest
{
}
