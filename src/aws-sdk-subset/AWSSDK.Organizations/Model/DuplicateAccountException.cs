using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>DuplicateAccountException</c>.</summary>
public partial class DuplicateAccountException : AmazonOrganizationsException
{
    public DuplicateAccountException(string message)
        : base(message)
    {
    }

    public DuplicateAccountException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DuplicateAccountException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
