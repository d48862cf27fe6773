using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The error <c>PolicyNotAttachable</c>.</summary>
public partial class PolicyNotAttachableException : AmazonIdentityManagementServiceException
{
    public PolicyNotAttachableException(string message)
        : base(message)
    {
    }

    public PolicyNotAttachableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PolicyNotAttachableException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
