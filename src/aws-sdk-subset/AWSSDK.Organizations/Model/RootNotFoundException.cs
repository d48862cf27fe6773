using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>RootNotFoundException</c>.</summary>
public partial class RootNotFoundException : AmazonOrganizationsException
{
    public RootNotFoundException(string message)
        : base(message)
    {
    }

    public RootNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RootNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
