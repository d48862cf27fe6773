using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The error <c>MasterCannotLeaveOrganizationException</c>.</summary>
public partial class MasterCannotLeaveOrganizationException : AmazonOrganizationsException
{
    public MasterCannotLeaveOrganizationException(string message)
        : base(message)
    {
    }

    public MasterCannotLeaveOrganizationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public MasterCannotLeaveOrganizationException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
