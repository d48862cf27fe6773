using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Wire.Json;

/// <summary>Writes a request as the JSON 1.1 protocol has it: every call is a POST to <c>/</c>, and a header says which operation is meant.</summary>
/// <param name="service">Whose operation it is.</param>
/// <param name="target">The service's name on the wire and the operation's: <c>AWSOrganizationsV20161128.ListRoots</c>.</param>
internal sealed class TargetRequestMarshaller(Service service, string target) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service.Name) { HttpMethod = "POST", ResourcePath = "/", Content = JsonShapeWriter.Bytes(input) };
        request.Headers["X-Amz-Target"] = target;
        request.Headers[HeaderKeys.ContentTypeHeader] = "application/x-amz-json-1.1";
        request.Headers[HeaderKeys.XAmzApiVersion] = service.Version;
        return request;
    }
}
