using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>KMSKeyNotAccessibleFault</c>.</summary>
public partial class KMSKeyNotAccessibleException : AmazonRDSException
{
    public KMSKeyNotAccessibleException(string message)
        : base(message)
    {
    }

    public KMSKeyNotAccessibleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KMSKeyNotAccessibleException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
