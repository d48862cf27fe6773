using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>AccountAlreadyClosedException</c>.</summary>
public partial class AccountAlreadyClosedException : AmazonOrganizationsException
{
    public AccountAlreadyClosedException(string message)
        : base(message)
    {
    }

    public AccountAlreadyClosedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AccountAlreadyClosedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
