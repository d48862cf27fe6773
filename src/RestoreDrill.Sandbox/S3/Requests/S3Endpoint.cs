using System.Text;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.S3.Access;

namespace RestoreDrill.Sandbox.S3.Requests;

/// <summary>
/// Every request that is signed for S3: as <see cref="AwsEndpoint"/> does it for the other services, but with bodies that are never whole in memory, answers that are files, and S3's own
/// errors.
/// </summary>
internal sealed class S3Endpoint(
    AccountStates states, IEnumerable<IS3Operation> operations, S3Authentication authentication, S3Access access, S3Contents contents, FaultPlan faults, CallLog log, SandboxClock clock)
{
    private const string Name = "s3";

    /// <summary>As much as a body that is no content may have; the longest is a list of a thousand keys to delete.</summary>
    private const int LongestDocument = 4 << 20;

    private readonly List<IS3Operation> operations = [.. operations];

    /// <summary>Whether a request is signed for S3.</summary>
    public static bool IsFor(HttpRequest request) =>
        request.Headers.Authorization.FirstOrDefault()?.Contains($"/{Name}/aws4_request", StringComparison.Ordinal) == true;

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = Identifiers.Random(16);
        http.Response.Headers.Date = clock.WallNow.ToString("R");
        http.Response.Headers["x-amz-request-id"] = requestId;
        http.Response.Headers["x-amz-id-2"] = CanonicalRequest.Hash(Encoding.ASCII.GetBytes(requestId));
        var entry = new LoggedCall(0, clock.GetUtcNow(), Name, "", null, null, "", "*", "ok", false, requestId);
        S3Answer? answer = null;
        CallFault? fault = null;
        AwsError? refusal = null;
        try
        {
            (answer, fault) = await AnswerAsync(http, requestId, note => entry = note(entry));
        }
        catch (AwsError error)
        {
            refusal = error.Code == "Throttling" ? new AwsError("SlowDown", "Please reduce your request rate.", 503) : error;
            entry = entry with { Outcome = refusal.Code };
        }

        var isLost = fault?.Moment is FaultMoment.LostCall or FaultMoment.LostAnswer;
        log.Add(isLost ? entry with { Outcome = "lost" } : entry);
        await S3Responses.SendAsync(http, answer, refusal, isLost, requestId);
    }

    /// <summary>The answer; null where the call is to be lost. What becomes known on the way is noted, so that a call that is refused is logged with it.</summary>
    private async Task<(S3Answer? Answer, CallFault? Fault)> AnswerAsync(HttpContext http, string requestId, Action<Func<LoggedCall, LoggedCall>> note)
    {
        var request = http.Request;
        var signature = Signature.Parse(request.Headers.Authorization.FirstOrDefault());
        var address = S3Address.Of(request);
        var operation = operations.Find(candidate => candidate.Route.Matches(request.Method, address, request.Query));
        note(entry => entry with { Action = operation?.Name ?? $"{request.Method} {request.QueryString}", Region = signature.Region, Resource = address.Arn });
        var (caller, promise) = authentication.Authenticate(request, signature);
        note(entry => entry with { Account = caller.AccountId, Role = caller.Role });
        if (operation is null)
        {
            throw S3Error.NotImplemented($"{request.Method} {request.Path}{request.QueryString}");
        }

        var fault = faults.Take(operation.Name, caller.AccountId);
        if (fault?.Moment is FaultMoment.LostCall or FaultMoment.Before)
        {
            return fault.Moment == FaultMoment.LostCall ? (null, fault) : throw Error(fault);
        }

        S3Headers.RefuseUnknown(request, operation.Conditions);
        var call = new S3Call(new AwsCall(requestId, Name, signature.Region, operation.Name, caller, new CallParameters(new Dictionary<string, string>())), address, request, access);
        if (!operation.TakesContent)
        {
            call = call with { Body = await S3Contents.ReadAsync(request, promise, LongestDocument, http.RequestAborted) };
        }

        lock (states.Gate)
        {
            RefuseOtherRegion(call);
            access.Demand(call, operation.Permissions(call));
            S3Headers.RefuseOtherOwner(call);
        }

        if (operation.TakesContent)
        {
            call = call with { Upload = await contents.StoreAsync(request, promise, http.RequestAborted) };
        }

        var answer = Execute(operation, call);
        note(static entry => entry with { CarriedOut = true });
        if (fault?.Moment == FaultMoment.After)
        {
            answer.Content?.Dispose();
            throw Error(fault);
        }

        return (answer, fault);
    }

    private S3Answer Execute(IS3Operation operation, S3Call call)
    {
        var isKept = false;
        try
        {
            S3Answer answer;
            lock (states.Gate)
            {
                answer = operation.Execute(call);
                if (answer.Changed is { } changed)
                {
                    states.Save(states.Of(changed));
                }

                isKept = true;
            }

            contents.Remove(answer.Removed);
            return answer;
        }
        finally
        {
            if (!isKept && call.Upload is { } upload)
            {
                contents.Remove([upload.StorageId]);
            }
        }
    }

    /// <summary>Every bucket is reached through its own region; the SDKs find it by the header. All regions are at one address here.</summary>
    private static void RefuseOtherRegion(S3Call call)
    {
        if (call.Address.Bucket is { } name && call.Access.Buckets.Find(name) is { } bucket && bucket.Region != call.Region && call.Call.Action != "CreateBucket")
        {
            throw new AwsError(
                "PermanentRedirect",
                "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
                301)
            {
                Members = [("Endpoint", $"{name}.s3.{bucket.Region}.amazonaws.com"), ("Bucket", name)],
                Headers = [("x-amz-bucket-region", bucket.Region)],
            };
        }
    }

    private static AwsError Error(CallFault fault) => new(fault.Code, fault.Message, fault.Status);
}
