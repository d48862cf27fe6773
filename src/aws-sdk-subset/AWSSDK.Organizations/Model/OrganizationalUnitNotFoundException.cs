using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>OrganizationalUnitNotFoundException</c>.</summary>
public partial class OrganizationalUnitNotFoundException : AmazonOrganizationsException
{
    public OrganizationalUnitNotFoundException(string message)
        : base(message)
    {
    }

    public OrganizationalUnitNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OrganizationalUnitNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
