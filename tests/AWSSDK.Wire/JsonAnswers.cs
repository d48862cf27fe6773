namespace AWSSDK.Wire.Tests;

/// <summary>Answers in the form of the JSON protocols: whose they are and which call they belong to is in the headers.</summary>
internal static class JsonAnswers
{
    public static async Task<ServiceEndpoint> AnsweringAsync(string json, int status = 200)
        => (await ServiceEndpoint.StartAsync()).Json(json, status);

    public static ServiceEndpoint Json(this ServiceEndpoint endpoint, string json, int status = 200)
        => endpoint.Then(status, json, "application/json", ("x-amzn-RequestId", ServiceEndpoint.RequestId));

    /// <summary>An error of a REST service: its code is a header.</summary>
    public static ServiceEndpoint RestError(this ServiceEndpoint endpoint, int status, string code, string json = """{"message":"no"}""")
        => endpoint.Then(status, json, "application/json", ("x-amzn-RequestId", ServiceEndpoint.RequestId), ("x-amzn-ErrorType", code));

    /// <summary>An error of a JSON 1.1 service: its code is in the body.</summary>
    public static ServiceEndpoint JsonError(this ServiceEndpoint endpoint, int status, string code, string more = "")
        => endpoint.Json($$"""{"__type":"{{code}}","Message":"no"{{more}}}""", status);
}
