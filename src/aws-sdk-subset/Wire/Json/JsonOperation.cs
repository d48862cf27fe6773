using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Wire.Json;

/// <summary>One operation of an API of a JSON protocol: how it is asked for, its answer, and the error codes it declares.</summary>
internal sealed class JsonOperation<TResponse> : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly Service service;
    private readonly IReadOnlyDictionary<string, Type> declaredFaults;

    public JsonOperation(Service service, IMarshaller<IRequest, AmazonWebServiceRequest> marshaller, params string[] declaredFaults)
    {
        this.service = service;
        this.declaredFaults = service.FaultsOf(declaredFaults);
        Options = new InvokeOptions { RequestMarshaller = marshaller, ResponseUnmarshaller = this };
    }

    public InvokeOptions Options { get; }

    /// <exception cref="JsonException">
    /// The answer is cut off, or is not the service's. AWSSDK.Core makes it an <see cref="AmazonUnmarshallingException"/>.
    /// </exception>
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        // JSON has no root element that tells whose answer it is, and many answers have no body at all. What every answer of AWS has is this
        // header: without the check a proxy's page could pass for "locked", or for a list without items.
        if (JsonFault.RequestIdOf(context) is null)
        {
            throw new JsonException($"The answer carries no AWS request id, so it is not from {service.Name}.");
        }

        var response = new TResponse();
        using var body = new MemoryStream();
        context.Stream.CopyTo(body);
        if (body.Length > 0 || Shape.Of(typeof(TResponse)).Members.Count > 0)
        {
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            JsonShapeReader.Fill(document.RootElement, response);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var fault = JsonFault.Read(context, innerException, statusCode);
        var exception = service.Fault(fault.Response, declaredFaults);
        fault.Describe(exception);
        return exception;
    }
}
