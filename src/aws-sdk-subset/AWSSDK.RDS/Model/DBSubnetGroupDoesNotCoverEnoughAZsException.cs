using System.Net;
using Amazon.Runtime;

namespace Amazon.RDS.Model;

/// <summary>The error <c>DBSubnetGroupDoesNotCoverEnoughAZs</c>.</summary>
public partial class DBSubnetGroupDoesNotCoverEnoughAZsException : AmazonRDSException
{
    public DBSubnetGroupDoesNotCoverEnoughAZsException(string message)
        : base(message)
    {
    }

    public DBSubnetGroupDoesNotCoverEnoughAZsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public DBSubnetGroupDoesNotCoverEnoughAZsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
