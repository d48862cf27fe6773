using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Amazon.Wire.Json;

/// <summary>
/// Writes a request as the REST-JSON protocol has it: members in the path or the query string where their attributes say so, the others in the body.
/// </summary>
/// <param name="service">Whose operation it is.</param>
/// <param name="method">Of HTTP.</param>
/// <param name="path">With a label between braces for each member that belongs there.</param>
internal sealed class RestRequestMarshaller(Service service, string method, string path) : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var members = Shape.Of(input.GetType()).Members;
        var request = new DefaultRequest(input, service.Name)
        {
            HttpMethod = method,
            ResourcePath = path,
            UseQueryString = members.Any(static member => member.QueryName is not null),
        };
        request.Headers[HeaderKeys.XAmzApiVersion] = service.Version;
        foreach (var member in members)
        {
            var text = member.IsInBody ? null : Text(member.Get(input));
            if (member.UriLabel is not null)
            {
                // Without it the path would be that of another resource, or of the list of them all.
                request.AddPathResource(
                    $"{{{member.UriLabel}}}",
                    string.IsNullOrEmpty(text)
                        ? throw service.Unsent($"{input.GetType().Name} needs {member.Name}, which is part of the path it asks for.")
                        : text);
            }
            else if (text is not null)
            {
                request.Parameters.Add(member.QueryName, text);
            }
        }

        if (members.Any(static member => member.IsInBody))
        {
            request.Headers[HeaderKeys.ContentTypeHeader] = "application/json";
            request.Content = JsonShapeWriter.Bytes(input);
        }

        return request;
    }

    private static string Text(object value) => value switch
    {
        null => null,
        string text => text,
        ConstantClass constant => constant.Value,
        bool flag => flag ? "true" : "false",
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
        DateTime time => StringUtils.FromDateTimeToISO8601WithOptionalMs(time),
        _ => throw new NotSupportedException($"No wire form for {value.GetType()} in a path or query string."),
    };
}
