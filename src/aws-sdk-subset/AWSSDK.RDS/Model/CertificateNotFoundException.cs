using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>CertificateNotFound</c>.</summary>
public partial class CertificateNotFoundException : AmazonRDSException
{
    public CertificateNotFoundException(string message)
        : base(message)
    {
    }

    public CertificateNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CertificateNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
