using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Iam;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Rds;
using RestoreDrill.Sandbox.Sts;

namespace RestoreDrill.Sandbox.Http;

/// <summary>Every signed request: who, what, may they, do it, answer; and the faults that were asked for in between.</summary>
internal sealed class AwsEndpoint(
    IReadOnlyList<IAwsService> services, Authentication authentication, Authorization authorization, FaultPlan faults, CallLog log, SandboxClock clock)
{
    public async Task HandleAsync(HttpContext http)
    {
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers.Date = clock.WallNow.ToString("R");
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        var body = await ReadAsync(http.Request, http.RequestAborted);
        var entry = new LoggedCall(0, clock.GetUtcNow(), "", "", null, null, "", "*", "ok", false, requestId);
        IAwsService? service = null;
        string? answer;
        try
        {
            var signature = Signature.Parse(http.Request.Headers.Authorization.FirstOrDefault());
            service = services.FirstOrDefault(candidate => candidate.Name == signature.Service);
            var (action, parameters) = service is IRestService rest ? rest.Read(http.Request, body) : await CallContent.ReadAsync(http.Request, body);
            entry = entry with { Service = signature.Service, Action = action, Region = signature.Region };
            var caller = authentication.Authenticate(http.Request, signature, body);
            entry = entry with { Account = caller.AccountId, Role = caller.Role };
            if (service is null)
            {
                throw new AwsError("UnknownEndpoint", $"The sandbox has no service '{signature.Service}': it speaks {string.Join(", ", services.Select(s => s.Name))}.", 404);
            }

            var call = new AwsCall(requestId, service.Name, signature.Region, action, caller, parameters);
            entry = entry with { Resource = service.ResourceOf(call) };
            answer = Run(service, call, ref entry);
            http.Response.StatusCode = (service as IRestService)?.SuccessOf(action) ?? StatusCodes.Status200OK;
        }
        catch (AwsError error)
        {
            answer = Refuse(http, service, error, requestId);
            entry = entry with { Outcome = error.Code };
        }

        log.Add(answer is null ? entry with { Outcome = "lost" } : entry);
        if (answer is null)
        {
            http.Abort();
            return;
        }

        if (http.Response.StatusCode == StatusCodes.Status204NoContent)
        {
            return;
        }

        http.Response.ContentType = service is IRestService ? "application/json" : answer.StartsWith('{') || service is { IsJson: true } ? "application/x-amz-json-1.1" : "text/xml";
        await http.Response.WriteAsync(answer, http.RequestAborted);
    }

    /// <summary>Sets status and headers of an error as the service's protocol has them; its body.</summary>
    private static string Refuse(HttpContext http, IAwsService? service, AwsError error, string requestId)
    {
        if (service is IRestService)
        {
            http.Response.StatusCode = error.Status;
            http.Response.Headers["x-amzn-ErrorType"] = JsonError.Code(error.Code);
            return RestError.Text(error);
        }

        var isJson = service?.IsJson ?? http.Request.ContentType?.Contains("json", StringComparison.Ordinal) == true;
        http.Response.StatusCode = isJson && error.Status is > 400 and < 500 ? 400 : error.Status;
        return isJson ? JsonError.Text(error, service is OrganizationsService ? "Message" : "message") : QueryXml.Error(NamespaceOf(service), error, requestId);
    }

    private static XNamespace NamespaceOf(IAwsService? service) => service switch
    {
        IamService => IamService.Namespace,
        StsService or null => StsService.Namespace,
        _ => RdsService.Namespace,
    };

    /// <summary>The answer's text, or null where the connection is to be dropped.</summary>
    private string? Run(IAwsService service, AwsCall call, ref LoggedCall entry)
    {
        var fault = faults.Take(call.Action, call.AccountId);
        if (fault?.Moment == FaultMoment.LostCall)
        {
            return null;
        }

        if (fault?.Moment == FaultMoment.Before)
        {
            throw Error(fault);
        }

        authorization.Demand(call, service.ChecksOf(call));
        var answer = service.Execute(call);
        entry = entry with { CarriedOut = true };
        return fault?.Moment switch
        {
            FaultMoment.LostAnswer => null,
            FaultMoment.After => throw Error(fault),
            _ => answer,
        };
    }

    private static AwsError Error(CallFault fault) => new(fault.Code, fault.Message, fault.Status);

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }
}
