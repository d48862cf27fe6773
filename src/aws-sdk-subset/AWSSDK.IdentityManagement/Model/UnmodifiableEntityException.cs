using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The error <c>UnmodifiableEntity</c>.</summary>
public partial class UnmodifiableEntityException : AmazonIdentityManagementServiceException
{
    public UnmodifiableEntityException(string message)
        : base(message)
    {
    }

    public UnmodifiableEntityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnmodifiableEntityException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
