using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>DuplicatePolicyAttachmentException</c>.</summary>
public partial class DuplicatePolicyAttachmentException : AmazonOrganizationsException
{
    public DuplicatePolicyAttachmentException(string message)
        : base(message)
    {
    }

    public DuplicatePolicyAttachmentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DuplicatePolicyAttachmentException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
