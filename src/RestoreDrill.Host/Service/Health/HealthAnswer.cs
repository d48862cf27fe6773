using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RestoreDrill.Host.Service.Health;

/// <summary>What the health pages say.</summary>
internal static class HealthAnswer
{
    /// <summary>People read it with curl.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.ContentType = "application/json; charset=utf-8";
        var checks = report.Entries.ToDictionary(static entry => entry.Key, static entry => new { status = entry.Value.Status.ToString(), entry.Value.Description });
        return http.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status.ToString(), checks }, Json), http.RequestAborted);
    }
}
