using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>ProvisionedIopsNotAvailableInAZFault</c>.</summary>
public partial class ProvisionedIopsNotAvailableInAZException : AmazonRDSException
{
    public ProvisionedIopsNotAvailableInAZException(string message)
        : base(message)
    {
    }

    public ProvisionedIopsNotAvailableInAZException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ProvisionedIopsNotAvailableInAZException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
