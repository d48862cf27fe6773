using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>DestinationParentNotFoundException</c>.</summary>
public partial class DestinationParentNotFoundException : AmazonOrganizationsException
{
    public DestinationParentNotFoundException(string message)
        : base(message)
    {
    }

    public DestinationParentNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DestinationParentNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
