using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>PutBackupVaultLockConfiguration</c> answers.</summary>
public partial class PutBackupVaultLockConfigurationResponse : AmazonWebServiceResponse
{
}
