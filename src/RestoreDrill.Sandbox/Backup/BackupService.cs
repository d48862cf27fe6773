using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>The AWS Backup operations that RestoreDrill and its set-up call.</summary>
internal sealed class BackupService(AccountStates states, BackupPermissions permissions, BackupWork work, IEnumerable<IBackupOperation> operations) : IRestService
{
    private readonly List<IBackupOperation> operations = [.. operations];

    public string Name => "backup";

    public bool IsJson => true;

    public (string Action, CallParameters Parameters) Read(HttpRequest request, byte[] body)
    {
        // The path as sent: an ARN in it may have escaped slashes.
        var path = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        var segments = RestRoute.Split(path);
        foreach (var operation in operations)
        {
            if (operation.Route.Match(request.Method, segments) is { } labels)
            {
                return (operation.Name, RestContent.Read(request, body, labels));
            }
        }

        throw new AwsError("UnknownOperationException", $"The sandbox has no operation of AWS Backup at {request.Method} {path}.", 404);
    }

    public int SuccessOf(string action) => operations.Find(candidate => candidate.Name == action)?.Success ?? StatusCodes.Status200OK;

    public string ResourceOf(AwsCall call) => BackupPermissions.ResourceOf(call);

    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call) => permissions.Of(call);

    public string Execute(AwsCall call)
    {
        var operation = operations.Find(candidate => candidate.Name == call.Action)
            ?? throw new AwsError("UnknownOperationException", $"Unknown operation {call.Action}.", 404);
        lock (states.Gate)
        {
            work.GoOn();
            var state = states.Of(call.AccountId);
            var result = operation.Execute(new BackupCall(call, state));
            if (!call.Action.StartsWith("Describe", StringComparison.Ordinal) && !call.Action.StartsWith("List", StringComparison.Ordinal)
                && !call.Action.StartsWith("Get", StringComparison.Ordinal))
            {
                states.Save(state);
                work.Wake();
            }

            return result is null ? "" : JsonSerializer.Serialize(result);
        }
    }
}
