using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>ChildNotFoundException</c>.</summary>
public partial class ChildNotFoundException : AmazonOrganizationsException
{
    public ChildNotFoundException(string message)
        : base(message)
    {
    }

    public ChildNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ChildNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
