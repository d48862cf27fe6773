using System.Globalization;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>The condition keys that every request has (IAM user guide, "AWS global condition context keys"), laid over by those of the check.</summary>
internal static class GlobalKeys
{
    public static ConditionContext Of(AwsCall call, AccessCheck check, Organisation organisation, DateTimeOffset now)
    {
        var principal = call.Caller;
        var caller = principal.AsCaller();
        var keys = new Dictionary<string, IReadOnlyList<string>>
        {
            ["aws:PrincipalAccount"] = [principal.AccountId],
            ["aws:PrincipalArn"] = [caller.PrincipalArn],
            ["aws:PrincipalType"] = [principal.Role is null ? "User" : "AssumedRole"],
            ["aws:PrincipalIsAWSService"] = ["false"],
            ["aws:userid"] = [principal.UserId],
            ["aws:RequestedRegion"] = [call.Region],
            ["aws:ResourceAccount"] = [check.ResourceAccountId],
            ["aws:ViaAWSService"] = [check.IsViaService ? "true" : "false"],
            ["aws:CurrentTime"] = [QueryXml.Time(now)],
            ["aws:EpochTime"] = [now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)],
        };

        // Long-lived keys do not have the key at all, but where they come with a second factor to AssumeRole, whose check says so. The sessions that it makes never
        // say more than this (IAM user guide, "Secure API access with MFA": they "do not include MFA information in the context").
        if (principal.Role is null)
        {
            keys["aws:username"] = [principal.Arn[(principal.Arn.LastIndexOf('/') + 1)..]];
        }
        else
        {
            keys["aws:MultiFactorAuthPresent"] = ["false"];
        }

        foreach (var (key, values) in organisation.KeysOf(principal.AccountId, check.ResourceAccountId).Concat(check.Keys))
        {
            keys[key] = values;
        }

        return new ConditionContext(keys);
    }
}
