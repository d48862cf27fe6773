using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>PolicyTypeNotEnabledException</c>.</summary>
public partial class PolicyTypeNotEnabledException : AmazonOrganizationsException
{
    public PolicyTypeNotEnabledException(string message)
        : base(message)
    {
    }

    public PolicyTypeNotEnabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PolicyTypeNotEnabledException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
