using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>PolicyTypeAlreadyEnabledException</c>.</summary>
public partial class PolicyTypeAlreadyEnabledException : AmazonOrganizationsException
{
    public PolicyTypeAlreadyEnabledException(string message)
        : base(message)
    {
    }

    public PolicyTypeAlreadyEnabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PolicyTypeAlreadyEnabledException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
