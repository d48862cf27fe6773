using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>DeleteRecoveryPoint</c> answers: nothing. That it answers does not say that anything was deleted.</summary>
public partial class DeleteRecoveryPointResponse : AmazonWebServiceResponse
{
}
