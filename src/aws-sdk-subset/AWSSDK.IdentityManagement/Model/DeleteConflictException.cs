using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The error <c>DeleteConflict</c>.</summary>
public partial class DeleteConflictException : AmazonIdentityManagementServiceException
{
    public DeleteConflictException(string message)
        : base(message)
    {
    }

    public DeleteConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DeleteConflictException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
