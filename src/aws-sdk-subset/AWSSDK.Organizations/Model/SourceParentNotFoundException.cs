using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>SourceParentNotFoundException</c>.</summary>
public partial class SourceParentNotFoundException : AmazonOrganizationsException
{
    public SourceParentNotFoundException(string message)
        : base(message)
    {
    }

    public SourceParentNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SourceParentNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
