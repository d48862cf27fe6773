using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>NetworkTypeNotSupported</c>.</summary>
public partial class NetworkTypeNotSupportedException : AmazonRDSException
{
    public NetworkTypeNotSupportedException(string message)
        : base(message)
    {
    }

    public NetworkTypeNotSupportedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public NetworkTypeNotSupportedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
