using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>DuplicateOrganizationalUnitException</c>.</summary>
public partial class DuplicateOrganizationalUnitException : AmazonOrganizationsException
{
    public DuplicateOrganizationalUnitException(string message)
        : base(message)
    {
    }

    public DuplicateOrganizationalUnitException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DuplicateOrganizationalUnitException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
