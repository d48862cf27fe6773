using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>PolicyChangesInProgressException</c>.</summary>
public partial class PolicyChangesInProgressException : AmazonOrganizationsException
{
    public PolicyChangesInProgressException(string message)
        : base(message)
    {
    }

    public PolicyChangesInProgressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PolicyChangesInProgressException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
