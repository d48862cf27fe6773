using Amazon.Runtime;

namespace Amazon.Backup.Model;

/// <summary>What <c>UpdateGlobalSettings</c> answers.</summary>
public partial class UpdateGlobalSettingsResponse : AmazonWebServiceResponse
{
}
