using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DisassociateRecoveryPoint</c> answers.</summary>
public partial class DisassociateRecoveryPointResponse : AmazonWebServiceResponse
{
}
