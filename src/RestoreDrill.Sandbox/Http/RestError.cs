using System.Text.Json;

namespace RestoreDrill.Sandbox.Http;

/// <summary>The body of an error of the REST-JSON protocol; its code is the header <c>x-amzn-ErrorType</c>. A member Code is a finer one.</summary>
internal static class RestError
{
    public static string Text(AwsError error)
    {
        var members = new Dictionary<string, string> { ["Message"] = error.Message };
        if (error.Detail is { } detail)
        {
            members.Add("Code", detail);
        }

        return JsonSerializer.Serialize(members);
    }
}
