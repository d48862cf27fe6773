using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using RestoreDrill.Aws.Calls;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Refusals;

namespace RestoreDrill.Aws.Access;

/// <summary>Takes a role on with a code of a person's device.</summary>
/// <param name="access">The role.</param>
/// <param name="first">STS, with the credentials of the person.</param>
/// <param name="calls">Sends with them.</param>
/// <param name="role">The role's session. Its client must not repeat a call by itself: a code that arrived is used up, and would be refused the second time.</param>
internal sealed class SignIn(AccountAccess access, IAmazonSecurityTokenService first, CallSender calls, AssumedRole role)
{
    private const int Tries = 3;

    /// <summary>How STS begins what it says of a code that is wrong, or was used before: it does not tell which (AssumeRole, TokenCode; measured).</summary>
    private const string WrongCode = "MultiFactorAuthentication failed with invalid MFA one time pass code";

    /// <summary>Asks for a code, and up to twice more where it was not taken.</summary>
    /// <exception cref="CloudException">The first credentials are not taken, or the role not with them; what AWS answered to the last code.</exception>
    /// <exception cref="RefusedException">There is no device, or nobody to ask.</exception>
    public async Task AskAsync(ISecondFactor person, CancellationToken cancellationToken)
    {
        if (role.IsLive)
        {
            return;
        }

        // Nobody types a code for credentials that are worth nothing; and the SDK learns here how wrong this machine's clock is.
        var caller = await calls.AskAsync("sts:GetCallerIdentity", "the caller", first.GetCallerIdentityAsync, new GetCallerIdentityRequest(), cancellationToken);
        var device = access.MfaDevice ?? DeviceOf(caller.Arn);
        string? refused = null;
        for (var attempt = 1; ; attempt++)
        {
            var code = await person.AskAsync(device, access.RoleArn!, refused, cancellationToken);
            try
            {
                await role.TakeOnAsync(device, code, cancellationToken);
                return;
            }
            catch (CloudException e) when (e.Answer.StartsWith(WrongCode, StringComparison.Ordinal))
            {
                if (attempt == Tries)
                {
                    throw new RefusedException(
                        [$"Three codes of {device} were not taken by AWS ({e.Code}, request id {e.RequestId ?? "none"}). Nothing was changed by this."],
                        safetyRule: true,
                        "look at the device's clock, and that it is the device of this user (RestoreDrill:Restore:MfaDevice); then repeat the command");
                }

                refused = "it is wrong, or was used before: each code counts once";
            }
            catch (CloudException e) when (attempt < Tries && e.Fault is CloudFault.Unreachable or CloudFault.Throttled)
            {
                refused = $"AWS did not answer, and may have used it up ({e.Answer.TrimEnd()})";
            }
        }
    }

    /// <summary>The virtual device that is named like the user: <c>arn:aws:iam::ACCOUNT:user/path/NAME</c> gives <c>arn:aws:iam::ACCOUNT:mfa/NAME</c>.</summary>
    private static string DeviceOf(string caller) =>
        caller.Split(':', 6) is [var arn, var partition, "iam", var region, var account, var resource] && resource.StartsWith("user/", StringComparison.Ordinal)
            ? $"{arn}:{partition}:iam:{region}:{account}:mfa/{resource[(resource.LastIndexOf('/') + 1)..]}"
            : throw new RefusedException([
                $"The credentials are those of {caller}, which is no user with an MFA device. Nothing was changed. "
                + "Name an IAM user's credentials (RestoreDrill:Restore:Profile and CredentialsFile), or the device itself (RestoreDrill:Restore:MfaDevice)."]);
}
