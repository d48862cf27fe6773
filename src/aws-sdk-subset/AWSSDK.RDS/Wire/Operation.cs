using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.RDS.Wire;

/// <summary>One operation of the API: its name, its answer, and the error codes it declares.</summary>
internal sealed class Operation<TResponse> : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly string rootElement;
    private readonly string resultElement;
    private readonly Dictionary<string, Type> declaredFaults;

    public Operation(string name, params string[] declaredFaults)
    {
        rootElement = name + "Response";
        resultElement = name + "Result";
        this.declaredFaults = declaredFaults.ToDictionary(static code => code, Faults.TypeOf, StringComparer.Ordinal);
        Options = new InvokeOptions { RequestMarshaller = new QueryRequestMarshaller(name), ResponseUnmarshaller = this };
    }

    public InvokeOptions Options { get; }

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var response = new TResponse();
        context.Read();
        if (!context.TestExpression(rootElement))
        {
            // A proxy's page that happens to be well-formed must not pass for an answer without items. The type is the one that
            // AWSSDK.Core lets through for broken XML.
            throw new XmlException($"Expected <{rootElement}> and found <{context.CurrentPath.TrimStart('/')}>.");
        }

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
        return declaredFaults.TryGetValue(error.Code ?? "", out var type)
            ? Faults.Make(type, error)
            : new AmazonRDSException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
