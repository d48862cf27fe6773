using System.Text.RegularExpressions;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Iam.Mfa;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Sts;

/// <summary>GetCallerIdentity and AssumeRole.</summary>
internal sealed partial class StsService(CredentialStore credentials, Roles roles, SecondFactor factor, SandboxClock clock) : IAwsService
{
    public static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    private static readonly string[] Unsupported = ["Policy", "PolicyArns", "Tags", "TransitiveTagKeys", "SourceIdentity", "ProvidedContexts"];

    public string Name => "sts";

    public bool IsJson => false;

    public string ResourceOf(AwsCall call) => call.Parameters.Text("RoleArn") ?? "*";

    /// <summary>
    /// A role's trust policy decides. AWS does not tell a role that is absent from one that does not trust the caller. GetCallerIdentity is answered
    /// whatever the policies say (STS API reference). A second factor is proven before policies are asked, and used up whatever they say.
    /// </summary>
    public IReadOnlyList<AccessCheck> ChecksOf(AwsCall call)
    {
        if (call.Action != "AssumeRole" || call.Parameters.Text("RoleArn") is not { } arn)
        {
            return [];
        }

        var owner = arn.Split(':') is [_, _, _, _, { Length: > 0 } account, ..] ? account : call.AccountId;
        var trust = new ResourcePolicy(PolicyKind.Trust, new NamedPolicy($"trust policy of {arn}", roles.WithArn(arn)?.Trust ?? PolicyDocument.Empty), IsRequired: true);
        RefuseUnsupported(call.Parameters);
        return [new AccessCheck("sts:AssumeRole", arn, owner, Keys(call, factor.IsProven(call)), trust)];
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

        // It may have been deleted since its trust policy was asked.
        var role = roles.WithArn(arn)
            ?? throw new AwsError("AccessDenied", $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn}", 403);
        var session = credentials.StartSession(role, sessionName, clock.GetUtcNow().AddSeconds(SessionLength.Of(call, role)));
        return new XElement("AssumeRoleResult",
            new XElement("AssumedRoleUser",
                new XElement("AssumedRoleId", session.Principal.UserId), new XElement("Arn", session.Principal.Arn)),
            new XElement("Credentials",
                new XElement("AccessKeyId", session.AccessKeyId),
                new XElement("SecretAccessKey", session.SecretAccessKey),
                new XElement("SessionToken", session.SessionToken),
                new XElement("Expiration", QueryXml.Time(session.Expires))));
    }

    /// <summary>What would make a session less, or say more of it, and is not done here.</summary>
    private static void RefuseUnsupported(CallParameters parameters)
    {
        if (Unsupported.FirstOrDefault(name => parameters.Text(name) is not null || parameters.Items(name) is not null) is { } asked)
        {
            throw new AwsError("ValidationError", $"This sandbox has neither session policies nor session tags: {asked} is not supported.");
        }
    }

    private static List<(string, string[])> Keys(AwsCall call, bool hasSecondFactor)
    {
        List<(string, string[])> keys = hasSecondFactor ? [("aws:MultiFactorAuthPresent", ["true"]), ("aws:MultiFactorAuthAge", ["0"])] : [];
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
