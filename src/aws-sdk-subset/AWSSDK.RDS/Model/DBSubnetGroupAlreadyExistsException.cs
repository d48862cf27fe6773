using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBSubnetGroupAlreadyExists</c>.</summary>
public partial class DBSubnetGroupAlreadyExistsException : AmazonRDSException
{
    public DBSubnetGroupAlreadyExistsException(string message)
        : base(message)
    {
    }

    public DBSubnetGroupAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBSubnetGroupAlreadyExistsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
