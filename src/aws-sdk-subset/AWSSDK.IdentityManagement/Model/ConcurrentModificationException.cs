using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The error <c>ConcurrentModification</c>.</summary>
public partial class ConcurrentModificationException : AmazonIdentityManagementServiceException
{
    public ConcurrentModificationException(string message)
        : base(message)
    {
    }

    public ConcurrentModificationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ConcurrentModificationException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
