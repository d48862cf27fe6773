using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>StorageTypeNotSupported</c>.</summary>
public partial class StorageTypeNotSupportedException : AmazonRDSException
{
    public StorageTypeNotSupportedException(string message)
        : base(message)
    {
    }

    public StorageTypeNotSupportedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StorageTypeNotSupportedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
