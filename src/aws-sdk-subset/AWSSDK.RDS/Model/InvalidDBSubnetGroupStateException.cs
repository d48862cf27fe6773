using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>InvalidDBSubnetGroupStateFault</c>.</summary>
public partial class InvalidDBSubnetGroupStateException : AmazonRDSException
{
    public InvalidDBSubnetGroupStateException(string message)
        : base(message)
    {
    }

    public InvalidDBSubnetGroupStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidDBSubnetGroupStateException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
