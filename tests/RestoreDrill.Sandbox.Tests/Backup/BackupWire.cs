using System.Net.Http.Json;
using System.Text.Json;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Tests.Iam;

namespace RestoreDrill.Sandbox.Tests.Backup;

/// <summary>Calls of AWS Backup as they go over the wire, in an account's own name: for operations that the SDK's subset does not have, and for statuses that no SDK shows.</summary>
internal sealed class BackupWire(Uri address, AccountKeys keys)
{
    /// <summary>Members as they are written, and none that is null.</summary>
    private static readonly JsonSerializerOptions Format = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string Escape(string part) => Uri.EscapeDataString(part);

    public Task<WireAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<WireAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public Task<WireAnswer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<WireAnswer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, body);

    private async Task<WireAnswer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var http = new HttpClient(new SigningHandler(keys, "backup", RunningSandbox.Region));
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = body is null ? null : JsonContent.Create(body, options: Format) };
        using var answer = await http.SendAsync(request, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        var error = answer.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.Single() : null;
        return new WireAnswer((int)answer.StatusCode, error, text, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
