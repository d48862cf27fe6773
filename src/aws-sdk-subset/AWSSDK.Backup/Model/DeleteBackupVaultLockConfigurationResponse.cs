using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DeleteBackupVaultLockConfiguration</c> answers.</summary>
public partial class DeleteBackupVaultLockConfigurationResponse : AmazonWebServiceResponse
{
}
