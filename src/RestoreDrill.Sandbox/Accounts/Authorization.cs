using System.IO.Enumeration;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>Decides whether a principal may act: an account's own keys may do everything in it, a role what its list allows.</summary>
internal sealed class Authorization(Roles roles)
{
    /// <exception cref="AwsError">AccessDenied, in AWS's words.</exception>
    public void Demand(Principal principal, string action, string resourceArn, bool isJson)
    {
        if (principal.Role is not { } name || Allows(roles.Find(principal.AccountId, name), action))
        {
            return;
        }

        throw Denied(principal, action, resourceArn, isJson);
    }

    public static AwsError Denied(Principal principal, string action, string resourceArn, bool isJson = false) =>
        new(isJson ? "AccessDeniedException" : "AccessDenied",
            $"User: {principal.Arn} is not authorized to perform: {action} on resource: {resourceArn} "
            + $"because no identity-based policy allows the {action} action",
            isJson ? 400 : 403);

    private static bool Allows(Role? role, string action) =>
        role is not null && role.Actions.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, action));
}
