namespace RestoreDrill.Sandbox.Http;

/// <summary>A service of the REST-JSON protocol: method and path of a request say which operation it is.</summary>
internal interface IRestService : IAwsService
{
    /// <exception cref="AwsError">No operation has that method and path, or the body is not JSON.</exception>
    (string Action, CallParameters Parameters) Read(HttpRequest request, byte[] body);

    /// <summary>The HTTP status of an operation's answer that is no error.</summary>
    int SuccessOf(string action);
}
