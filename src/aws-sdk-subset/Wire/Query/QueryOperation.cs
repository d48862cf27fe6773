using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire.Query;

/// <summary>One operation of an API of the query protocol: its name, its answer, and the error codes it declares.</summary>
internal sealed class QueryOperation<TResponse> : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly Service service;
    private readonly string rootElement;
    private readonly string resultElement;
    private readonly IReadOnlyDictionary<string, Type> declaredFaults;

    public QueryOperation(Service service, string name, params string[] declaredFaults)
    {
        this.service = service;
        rootElement = name + "Response";
        resultElement = name + "Result";
        this.declaredFaults = service.FaultsOf(declaredFaults);
        Options = new InvokeOptions { RequestMarshaller = new QueryRequestMarshaller(service, name), ResponseUnmarshaller = this };
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

        foreach (var name in XmlShapeReader.Children(context))
        {
            if (name == resultElement)
            {
                XmlShapeReader.Fill(context, response);
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
        return service.Fault(error, declaredFaults);
    }
}
