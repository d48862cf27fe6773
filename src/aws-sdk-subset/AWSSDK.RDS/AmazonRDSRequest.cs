using Amazon.Runtime;

namespace Amazon.RDS;

/// <summary>The base of all RDS requests.</summary>
public partial class AmazonRDSRequest : AmazonWebServiceRequest
{
}
