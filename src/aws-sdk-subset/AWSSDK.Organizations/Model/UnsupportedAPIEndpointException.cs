using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>UnsupportedAPIEndpointException</c>.</summary>
public partial class UnsupportedAPIEndpointException : AmazonOrganizationsException
{
    public UnsupportedAPIEndpointException(string message)
        : base(message)
    {
    }

    public UnsupportedAPIEndpointException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public UnsupportedAPIEndpointException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
