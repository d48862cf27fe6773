using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DeleteBackupVault</c> answers.</summary>
public partial class DeleteBackupVaultResponse : AmazonWebServiceResponse
{
}
