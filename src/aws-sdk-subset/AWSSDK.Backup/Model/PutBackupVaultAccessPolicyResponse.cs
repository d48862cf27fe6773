using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>PutBackupVaultAccessPolicy</c> answers.</summary>
public partial class PutBackupVaultAccessPolicyResponse : AmazonWebServiceResponse
{
}
