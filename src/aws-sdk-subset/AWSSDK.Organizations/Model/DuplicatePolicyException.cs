using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>DuplicatePolicyException</c>.</summary>
public partial class DuplicatePolicyException : AmazonOrganizationsException
{
    public DuplicatePolicyException(string message)
        : base(message)
    {
    }

    public DuplicatePolicyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DuplicatePolicyException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
