using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>ResourcePolicyNotFoundException</c>.</summary>
public partial class ResourcePolicyNotFoundException : AmazonOrganizationsException
{
    public ResourcePolicyNotFoundException(string message)
        : base(message)
    {
    }

    public ResourcePolicyNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ResourcePolicyNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
