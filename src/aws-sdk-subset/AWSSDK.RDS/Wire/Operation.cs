using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.RDS.Wire;

/// <summary>One operation of the API: its name, its answer, and the error codes it declares.</summary>
internal sealed class Operation<TResponse> : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly string resultElement;
    private readonly HashSet<string> declaredFaults;

    public Operation(string name, params string[] declaredFaults)
    {
        resultElement = name + "Result";
        this.declaredFaults = [.. declaredFaults];
        Options = new InvokeOptions { RequestMarshaller = new QueryRequestMarshaller(name), ResponseUnmarshaller = this };
    }

    public InvokeOptions Options { get; }

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var response = new TResponse();
        context.Read();
        foreach (var name in ShapeReader.Children(context))
        {
            if (name == resultElement)
            {
                ShapeReader.Fill(context, response);
            }
            else if (name == "ResponseMetadata")
            {
                response.ResponseMetadata = ResponseMetadataUnmarshaller.Instance.Unmarshall(context);
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(context);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return declaredFaults.Contains(error.Code ?? "")
            ? Faults.Typed(error)
            : new AmazonRDSException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
