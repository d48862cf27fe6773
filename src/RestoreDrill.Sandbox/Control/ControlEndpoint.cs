using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RestoreDrill.Sandbox.Control;

/// <summary><see cref="SandboxControl"/> over HTTP: unsigned JSON, from this machine only.</summary>
internal sealed class ControlEndpoint(SandboxControl control)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public async Task HandleAsync(HttpContext http)
    {
        // A page in a browser on this machine could reach this port under another name.
        if (http.Request.Host.Host is not ("localhost" or "127.0.0.1"))
        {
            http.Response.StatusCode = (int)HttpStatusCode.Forbidden;
            return;
        }

        try
        {
            var answer = await AnswerAsync(http.Request, http.RequestAborted);
            await http.Response.WriteAsJsonAsync(answer, Format, http.RequestAborted);
        }
        catch (Exception wrong) when (wrong is ArgumentException or JsonException or InvalidOperationException or Npgsql.PostgresException)
        {
            http.Response.StatusCode = (int)HttpStatusCode.BadRequest;
            await http.Response.WriteAsJsonAsync(new { error = wrong.Message }, Format, http.RequestAborted);
        }
    }

    private async Task<object> AnswerAsync(HttpRequest request, CancellationToken ct)
    {
        var what = $"{request.Method} {request.Path.Value!["/control".Length..].Trim('/')}";
        switch (what)
        {
            case "GET ":
                return new { now = control.Now, reasons = control.Reasons() };
            case "GET calls":
                return control.Calls;
            case "GET permissions":
                return control.Permissions;
            case "GET mfa":
                return control.MfaCodes;
            case "POST installations":
                control.Install((await ReadAsync<InstallationRequest>(request, ct)).Name);
                break;
            case "DELETE calls":
                control.ClearCalls();
                break;
            case "POST clock":
                var clock = await ReadAsync<ClockRequest>(request, ct);
                control.Advance(TimeSpan.FromSeconds(clock.AdvanceSeconds));
                if (clock.SkewSeconds is { } skew)
                {
                    control.SetSkew(TimeSpan.FromSeconds(skew));
                }

                break;
            case "POST faults":
                control.Fail(await ReadAsync<CallFault>(request, ct));
                break;
            case "POST throttle":
                var throttle = await ReadAsync<ThrottleRequest>(request, ct);
                control.Throttle(throttle.Times, throttle.Action, throttle.Share);
                break;
            case "DELETE faults":
                control.ClearFaults();
                break;
            case "POST stalls":
                control.Stall(await ReadAsync<Stall>(request, ct));
                break;
            case "DELETE stalls":
                control.Release(request.Query["name"].FirstOrDefault());
                break;
            case "POST empty-pages":
                control.GiveEmptyPages((await ReadAsync<EmptyPagesRequest>(request, ct)).On);
                break;
            case "POST damage":
                return new { now = control.Now, done = await control.DamageAsync(await ReadAsync<SnapshotDamage>(request, ct), ct) };
            case "POST repairs":
                var repair = await ReadAsync<RepairRequest>(request, ct);
                await control.RepairAsync(repair.Snapshot, repair.Account, ct);
                break;
            case "POST crashes":
                var crash = await ReadAsync<CrashRequest>(request, ct);
                await control.CrashAsync(crash.Name, crash.Account, ct);
                break;
            case "POST disks":
                await control.FillDiskAsync(await ReadAsync<FullDisk>(request, ct), ct);
                break;
            case "DELETE disks":
                await control.FreeDiskAsync(request.Query["name"].FirstOrDefault(), ct);
                break;
            case "POST keys":
                var key = await ReadAsync<KeyRequest>(request, ct);
                control.SetKeyState(key.Account, key.Region, key.Key, key.State);
                break;
            case "POST quotas":
                var quotas = await ReadAsync<QuotaRequest>(request, ct);
                control.SetQuotas(quotas.Account, quotas.ManualSnapshots, quotas.CopiesInFlight, quotas.Instances, quotas.AttachedPolicies);
                break;
            default:
                throw new ArgumentException($"The control endpoint does not know '{what}'.");
        }

        return new { now = control.Now };
    }

    private static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken ct) =>
        await JsonSerializer.DeserializeAsync<T>(request.Body, Format, ct) ?? throw new ArgumentException("The body is empty.");

    private sealed record ClockRequest(double AdvanceSeconds, double? SkewSeconds);

    private sealed record InstallationRequest(string Name);

    private sealed record ThrottleRequest(int? Times, string Action = "*", double Share = 1);

    private sealed record EmptyPagesRequest(bool On);

    private sealed record RepairRequest(string Snapshot, string Account = "vault");

    private sealed record CrashRequest(string Name, string Account = "source");

    private sealed record KeyRequest(string Account, string Region, string Key, string State);

    private sealed record QuotaRequest(string Account, int? ManualSnapshots, int? CopiesInFlight, int? Instances, int? AttachedPolicies);
}
