using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Organizations;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>Holds calls against the policies of their callers: a role's own, and for an account's keys one that allows everything.</summary>
/// <param name="roles">The roles and their policies.</param>
/// <param name="organisation">Whose service control policies bind its members.</param>
/// <param name="log">Where every question and answer is kept.</param>
/// <param name="clock">The time that policies see.</param>
internal sealed class Authorization(Roles roles, Organisation organisation, PermissionLog log, SandboxClock clock)
{
    private static readonly NamedPolicy Administrator = new("AdministratorAccess", PolicyDocument.Administrator);

    /// <summary>
    /// The refusal of everything to, and in, an account that was closed: "the account can no longer be used for any AWS activity" (Organizations user guide,
    /// "Closing a member account"). AWS's code and text are not known.
    /// </summary>
    public static AwsError Closed(string accountId) => new("AccessDenied", $"The account {accountId} is closed.", 403);

    /// <exception cref="AwsError">AccessDenied, in AWS's words.</exception>
    public void Demand(AwsCall call, IEnumerable<AccessCheck> checks)
    {
        foreach (var check in checks)
        {
            if (ClosedAccount(call, check) is { } closed)
            {
                throw Closed(closed);
            }

            var request = Request(call, check);
            var decision = Decide(call.Caller, request, check);
            if (!decision.IsAllowed)
            {
                throw new AwsError("AccessDenied", decision.Refusal(request), 403);
            }
        }
    }

    public bool Allows(AwsCall call, AccessCheck check) =>
        ClosedAccount(call, check) is null && Decide(call.Caller, Request(call, check), check).IsAllowed;

    private string? ClosedAccount(AwsCall call, AccessCheck check) =>
        organisation.IsClosed(call.AccountId) ? call.AccountId : organisation.IsClosed(check.ResourceAccountId) ? check.ResourceAccountId : null;

    private PolicyDecision Decide(Principal caller, PolicyRequest request, AccessCheck check)
    {
        var decision = PolicyEvaluator.Decide(request, new ApplicablePolicies(IdentityPolicies(caller), check.Policy, organisation.ControlsOf(caller.AccountId)));
        log.Add(new PermissionAsked(
            caller.AccountId, caller.Role, request.Action, request.Resource, decision.IsAllowed, decision.Policy, decision.Statement));
        return decision;
    }

    private IReadOnlyList<NamedPolicy> IdentityPolicies(Principal caller) =>
        caller.Role is null ? [Administrator] : roles.OfSession(caller)?.Policies ?? [];

    private PolicyRequest Request(AwsCall call, AccessCheck check) => new(
        call.Caller.AsCaller(), check.Action, check.Resource, check.ResourceAccountId, GlobalKeys.Of(call, check, organisation, clock.GetUtcNow()));
}
