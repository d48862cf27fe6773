using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam.Mfa;

/// <summary>
/// Proves by a device's one-time code that its user is there. A code is good for one step of time before and after its own, and once. AWS's texts; it does not
/// tell a code that was used before from a wrong one.
/// </summary>
internal sealed class SecondFactor(AccountStates states, SandboxClock clock)
{
    private const int Tolerance = 1;

    /// <summary>The codes of all devices at this moment.</summary>
    public IReadOnlyList<MfaCode> Codes()
    {
        lock (states.Gate)
        {
            var step = TimeCode.StepOf(clock.GetUtcNow());
            return
            [
                .. states.All.SelectMany(static state => state.Iam.MfaDevices, (state, device) => new MfaCode(
                    state.AccountId, device.SerialNumber, Base32.Of(device.Secret), TimeCode.Of(device.Secret, step),
                    DateTimeOffset.FromUnixTimeSeconds((step + 1) * (long)TimeCode.Step.TotalSeconds))),
            ];
        }
    }

    /// <summary>Whether a call comes with a code; what it comes with is used up.</summary>
    /// <exception cref="AwsError">ValidationError or AccessDenied: what it comes with proves nothing.</exception>
    public bool IsProven(AwsCall call)
    {
        var (serial, code) = (call.Parameters.Text("SerialNumber"), call.Parameters.Text("TokenCode"));
        if (serial is null && code is null)
        {
            return false;
        }

        if (serial is null || code is null)
        {
            throw Denied("MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }

        Demand(code);
        lock (states.Gate)
        {
            var state = states.Of(call.AccountId);
            var device = state.Iam.MfaDevices.Find(candidate => candidate.SerialNumber == serial && candidate.UserArn == call.Caller.Arn) ?? throw Denied(
                "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.");
            var now = TimeCode.StepOf(clock.GetUtcNow());
            for (var step = now - Tolerance; step <= now + Tolerance; step++)
            {
                if (step > device.LastStep && TimeCode.Of(device.Secret, step) == code)
                {
                    device.LastStep = step;
                    states.Save(state);
                    return true;
                }
            }
        }

        throw Denied("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }

    private static void Demand(string code)
    {
        var broken = code.Length < 6 ? "have length greater than or equal to 6"
            : code.Length > 6 ? "have length less than or equal to 6"
            : code.All(char.IsAsciiDigit) ? null
            : @"satisfy regular expression pattern: [\d]*";
        if (broken is not null)
        {
            throw new AwsError("ValidationError", $"1 validation error detected: Value '{code}' at 'tokenCode' failed to satisfy constraint: Member must {broken}");
        }
    }

    private static AwsError Denied(string message) => new("AccessDenied", message, 403);
}
