using System.Net;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The error <c>MalformedPolicyDocument</c>.</summary>
public partial class MalformedPolicyDocumentException : AmazonIdentityManagementServiceException
{
    public MalformedPolicyDocumentException(string message)
        : base(message)
    {
    }

    public MalformedPolicyDocumentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public MalformedPolicyDocumentException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
