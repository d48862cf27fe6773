using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>ParentNotFoundException</c>.</summary>
public partial class ParentNotFoundException : AmazonOrganizationsException
{
    public ParentNotFoundException(string message)
        : base(message)
    {
    }

    public ParentNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ParentNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
