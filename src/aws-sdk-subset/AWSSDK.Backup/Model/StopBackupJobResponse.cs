using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>StopBackupJob</c> answers.</summary>
public partial class StopBackupJobResponse : AmazonWebServiceResponse
{
}
