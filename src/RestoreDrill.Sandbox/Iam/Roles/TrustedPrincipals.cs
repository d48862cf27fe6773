using System.Text.Json;
using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>
/// The principals that trust policies name: IAM looks them up, and keeps the unique id of a user or a role rather than its ARN (IAM user guide, "AWS JSON policy
/// elements: Principal").
/// </summary>
internal sealed partial class TrustedPrincipals(AccountStates states)
{
    /// <summary>Refuses a Principal that names an account, a user or a role that is not there.</summary>
    /// <exception cref="Http.AwsError">MalformedPolicyDocument.</exception>
    public void Demand(JsonElement principal)
    {
        if (principal.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in principal.EnumerateObject().Where(static member => member.Name is "AWS" or "Service"))
        {
            foreach (var named in PolicyJson.Texts(member.Value, member.Name))
            {
                var isThere = member.Name == "AWS" ? Exists(named) : PrincipalPattern.OfService(named) is not null;
                if (!isThere)
                {
                    throw Malformed.Because($"Invalid principal in policy: \"{member.Name}\":\"{named}\"");
                }
            }
        }
    }

    /// <summary>
    /// Leaves the id of a role that goes where trust policies name it by its ARN: another role of that name is not let in by them. The states of other accounts
    /// are saved.
    /// </summary>
    public void Forget(IamRole gone)
    {
        foreach (var state in states.All)
        {
            var naming = state.Iam.Roles.FindAll(role => role.Trust.Text.Contains(Quoted(gone.Arn), StringComparison.Ordinal));
            foreach (var role in naming)
            {
                role.Trust = new TrustPolicy(role.Trust.Text.Replace(Quoted(gone.Arn), Quoted(gone.Id), StringComparison.Ordinal));
            }

            if (naming.Count > 0 && state.AccountId != gone.AccountId)
            {
                states.Save(state);
            }
        }
    }

    private bool Exists(string named)
    {
        if (named == "*")
        {
            return true;
        }

        var arn = Arn().Match(named);
        var state = states.All.FirstOrDefault(account => account.AccountId == (arn.Success ? arn.Groups["account"].Value : named));
        return state is not null && (!arn.Success || arn.Groups["kind"].Value switch
        {
            "root" => true,
            "user" => named == CredentialStore.AdministratorOf(Account.Named(state.AccountId)),
            "role" => state.Iam.Roles.Exists(role => role.Arn == named),
            _ => state.Iam.Roles.Exists(role => role.Name == arn.Groups["name"].Value.Split('/')[0]),
        });
    }

    private static string Quoted(string text) => $"\"{text}\"";

    [GeneratedRegex(@"^arn:aws:(iam|sts)::(?<account>[0-9]{12}):(?<kind>root|user|role|assumed-role)(/(?<name>.+))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Arn();
}
