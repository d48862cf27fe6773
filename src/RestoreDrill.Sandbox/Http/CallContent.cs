using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace RestoreDrill.Sandbox.Http;

/// <summary>Finds the operation and its parameters in a request of either protocol.</summary>
internal static class CallContent
{
    public static async Task<(string Action, CallParameters Parameters)> ReadAsync(HttpRequest request, byte[] body)
    {
        if (request.Headers["x-amz-target"].FirstOrDefault() is { } target)
        {
            return (target[(target.LastIndexOf('.') + 1)..], Json(body));
        }

        using var reader = new FormReader(new MemoryStream(body)) { ValueCountLimit = 4096 };
        var form = await reader.ReadFormAsync(request.HttpContext.RequestAborted);
        var values = request.Query.Concat(form).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var action = values.GetValueOrDefault("Action") ?? throw new AwsError("MissingAction", "The request must contain the parameter Action");
        return (action, new CallParameters(values));
    }

    private static CallParameters Json(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body);
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            RestContent.Add(values, "", document.RootElement);
            return new CallParameters(values);
        }
        catch (JsonException)
        {
            throw new AwsError("SerializationException", "The body is not JSON.");
        }
    }
}
