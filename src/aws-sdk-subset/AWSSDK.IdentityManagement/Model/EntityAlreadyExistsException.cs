using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The error <c>EntityAlreadyExists</c>.</summary>
public partial class EntityAlreadyExistsException : AmazonIdentityManagementServiceException
{
    public EntityAlreadyExistsException(string message)
        : base(message)
    {
    }

    public EntityAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public EntityAlreadyExistsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
