using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Wire.Json;

/// <summary>
/// An error as the JSON protocols send it. Its code is a header (REST) or a member of the body (<c>__type</c>), possibly with the namespace
/// before it (<c>#</c>) or a link behind it (<c>:</c>).
/// </summary>
/// <param name="Response">What every error has.</param>
/// <param name="Body">The body, for members of the error's own; undefined where it was not JSON.</param>
internal sealed record JsonFault(ErrorResponse Response, JsonElement Body)
{
    public static JsonFault Read(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var body = BodyOf(context);
        return new JsonFault(
            new ErrorResponse
            {
                // A member called Code is no code of the protocol: AWS Backup puts a detail there (ERROR_9101).
                Code = Short(Header(context, "x-amzn-ErrorType") ?? Text(body, "__type") ?? Text(body, "code")),
                Message = Text(body, "message") ?? Text(body, "Message") ?? $"The answer has HTTP status {(int)statusCode} and no message.",
                RequestId = RequestIdOf(context),
                Type = (int)statusCode >= 500 ? ErrorType.Receiver : ErrorType.Sender,
                InnerException = innerException,
                StatusCode = statusCode,
            },
            body);
    }

    /// <summary>The id AWS gives every call; null where the answer is not AWS's.</summary>
    public static string RequestIdOf(JsonUnmarshallerContext context)
        => Header(context, HeaderKeys.RequestIdHeader) ?? Header(context, HeaderKeys.XAmzRequestIdHeader);

    /// <summary>
    /// Fills the members that the exception's type adds. One that is not text is left out: the error counts for more than its details.
    /// </summary>
    public void Describe(AmazonServiceException exception)
    {
        foreach (var member in Shape.Of(exception.GetType()).Members)
        {
            if (Text(Body, member.Name) is not null)
            {
                member.Set(exception, JsonShapeReader.ReadValue(Body.GetProperty(member.Name), member.ValueType));
            }
        }
    }

    private static JsonElement BodyOf(JsonUnmarshallerContext context)
    {
        try
        {
            using var document = JsonDocument.Parse(context.Stream);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            // A proxy's error page, or none: the status and the headers are all there is.
            return default;
        }
    }

    private static string Header(JsonUnmarshallerContext context, string name)
        => context.ResponseData.IsHeaderPresent(name) && context.ResponseData.GetHeaderValue(name) is { Length: > 0 } value ? value : null;

    private static string Text(JsonElement body, string name)
        => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Short(string code) => code?[(code.LastIndexOf('#') + 1)..].Split(':')[0].Trim();
}
