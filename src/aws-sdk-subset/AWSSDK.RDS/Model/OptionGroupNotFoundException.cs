using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>OptionGroupNotFoundFault</c>.</summary>
public partial class OptionGroupNotFoundException : AmazonRDSException
{
    public OptionGroupNotFoundException(string message)
        : base(message)
    {
    }

    public OptionGroupNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OptionGroupNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
