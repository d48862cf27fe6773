using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The error <c>NoSuchEntity</c>.</summary>
public partial class NoSuchEntityException : AmazonIdentityManagementServiceException
{
    public NoSuchEntityException(string message)
        : base(message)
    {
    }

    public NoSuchEntityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public NoSuchEntityException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
