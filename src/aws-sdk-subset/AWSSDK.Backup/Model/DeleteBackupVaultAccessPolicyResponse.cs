using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DeleteBackupVaultAccessPolicy</c> answers.</summary>
public partial class DeleteBackupVaultAccessPolicyResponse : AmazonWebServiceResponse
{
}
