using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations;

/// <summary>
/// What AWS Organizations refused. <see cref="AmazonServiceException.ErrorCode"/> is the code on the wire
/// (<c>AccessDeniedException</c>, <c>TooManyRequestsException</c>...); errors an operation declares arrive as a subclass, all others as this type.
/// </summary>
public partial class AmazonOrganizationsException : AmazonServiceException
{
    public AmazonOrganizationsException(string message)
        : base(message)
    {
    }

    public AmazonOrganizationsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonOrganizationsException(Exception innerException)
        : base(innerException.Message, innerException)
    {
    }

    public AmazonOrganizationsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonOrganizationsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
