using System.Text.RegularExpressions;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Sts;

/// <summary>GetCallerIdentity and AssumeRole.</summary>
internal sealed partial class StsService(CredentialStore credentials, Roles roles, SandboxClock clock) : IAwsService
{
    public static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public string Name => "sts";

    public bool IsJson => false;

    public string ResourceOf(AwsCall call) => call.Parameters.Text("RoleArn") ?? "*";

    /// <summary>
    /// A role's trust policy decides. AWS does not tell a role that is absent from one that does not trust the caller. GetCallerIdentity is answered
    /// whatever the policies say (STS API reference).
    /// </summary>
    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call)
    {
        if (call.Action != "AssumeRole" || call.Parameters.Text("RoleArn") is not { } arn)
        {
            return [];
        }

        var owner = arn.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? account : call.AccountId;
        var trust = new ResourcePolicy(PolicyKind.Trust, new NamedPolicy($"trust policy of {arn}", roles.WithArn(arn)?.Trust ?? PolicyDocument.Empty), IsRequired: true);
        return [new AccessCheck("sts:AssumeRole", arn, owner, Keys(call), trust)];
    }

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
        var role = roles.WithArn(arn) ?? throw new InvalidOperationException($"The trust policy of {arn} let somebody in, and there is no such role.");
        // An assumed role that assumes another one gets an hour at most (role chaining).
        var longest = call.Caller.Role is null ? 43200 : 3600;
        if (seconds < 900 || seconds > longest)
        {
            throw new AwsError("ValidationError", $"The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role "
                + $"chaining, or is outside 900 to {longest}: {seconds}");
        }

        var session = credentials.StartSession(role, sessionName, clock.GetUtcNow().AddSeconds(seconds));
        return new XElement("AssumeRoleResult",
            new XElement("AssumedRoleUser",
                new XElement("AssumedRoleId", session.Principal.UserId), new XElement("Arn", session.Principal.Arn)),
            new XElement("Credentials",
                new XElement("AccessKeyId", session.AccessKeyId),
                new XElement("SecretAccessKey", session.SecretAccessKey),
                new XElement("SessionToken", session.SessionToken),
                new XElement("Expiration", QueryXml.Time(session.Expires))));
    }

    private static List<(string, string[])> Keys(AwsCall call)
    {
        List<(string, string[])> keys = [];
        foreach (var (key, parameter) in (ReadOnlySpan<(string, string)>)[("sts:ExternalId", "ExternalId"), ("sts:RoleSessionName", "RoleSessionName")])
        {
            if (call.Parameters.Text(parameter) is { } value)
            {
                keys.Add((key, [value]));
            }
        }

        return keys;
    }

    [GeneratedRegex(@"^[\w+=,.@-]{2,64}\z")]
    private static partial Regex SessionName();
}
