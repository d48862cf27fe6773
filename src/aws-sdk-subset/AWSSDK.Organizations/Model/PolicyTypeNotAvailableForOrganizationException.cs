using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>PolicyTypeNotAvailableForOrganizationException</c>.</summary>
public partial class PolicyTypeNotAvailableForOrganizationException : AmazonOrganizationsException
{
    public PolicyTypeNotAvailableForOrganizationException(string message)
        : base(message)
    {
    }

    public PolicyTypeNotAvailableForOrganizationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PolicyTypeNotAvailableForOrganizationException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
