using System.Text.RegularExpressions;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Sts;

/// <summary>GetCallerIdentity and AssumeRole.</summary>
internal sealed partial class StsService(CredentialStore credentials, Roles roles, SandboxClock clock) : IAwsService
{
    public static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public string Name => "sts";

    public bool IsJson => false;

    public string ResourceOf(AwsCall call) => call.Parameters.Text("RoleArn") ?? "*";

    public string Execute(AwsCall call) => QueryXml.Answer(Namespace, call.Action, call.RequestId, call.Action switch
    {
        "GetCallerIdentity" => Identity(call.Caller),
        "AssumeRole" => AssumeRole(call),
        _ => throw new AwsError("InvalidAction", $"Could not find operation {call.Action} for version 2011-06-15"),
    });

    private static XElement Identity(Principal caller) =>
        new("GetCallerIdentityResult",
            new XElement("Arn", caller.Arn), new XElement("UserId", caller.UserId), new XElement("Account", caller.AccountId));

    private XElement AssumeRole(AwsCall call)
    {
        var arn = call.Parameters.Required("RoleArn");
        var sessionName = call.Parameters.Required("RoleSessionName");
        if (!SessionName().IsMatch(sessionName))
        {
            throw new AwsError("ValidationError", $"1 validation error detected: Value '{sessionName}' at 'roleSessionName' failed to satisfy "
                + "constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
        }

        var seconds = call.Parameters.Number("DurationSeconds") ?? 3600;
        var role = roles.WithArn(arn);
        var mayAssume = role is not null && role.TrustedAccountId == call.AccountId
            && (role.ExternalId is null || role.ExternalId == call.Parameters.Text("ExternalId"));
        if (!mayAssume)
        {
            // AWS does not tell a role that is absent from one that does not trust the caller.
            throw new AwsError("AccessDenied", $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
        }

        // An assumed role that assumes another one gets an hour at most (role chaining).
        var longest = call.Caller.Role is null ? 43200 : 3600;
        if (seconds < 900 || seconds > longest)
        {
            throw new AwsError("ValidationError", $"The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role "
                + $"chaining, or is outside 900 to {longest}: {seconds}");
        }

        var session = credentials.StartSession(role!, sessionName, clock.GetUtcNow().AddSeconds(seconds));
        return new XElement("AssumeRoleResult",
            new XElement("AssumedRoleUser",
                new XElement("AssumedRoleId", session.Principal.UserId), new XElement("Arn", session.Principal.Arn)),
            new XElement("Credentials",
                new XElement("AccessKeyId", session.AccessKeyId),
                new XElement("SecretAccessKey", session.SecretAccessKey),
                new XElement("SessionToken", session.SessionToken),
                new XElement("Expiration", QueryXml.Time(session.Expires))));
    }

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}\z")]
    private static partial Regex SessionName();
}
