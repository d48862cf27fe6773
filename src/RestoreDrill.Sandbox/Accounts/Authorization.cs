using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>Holds calls against the policies of their callers: a role's own, and for an account's keys one that allows everything.</summary>
/// <param name="roles">The roles and their policies.</param>
/// <param name="controls">What the organisation says about an account, by its id; null for an account in none.</param>
/// <param name="log">Where every question and answer is kept.</param>
/// <param name="clock">The time that policies see.</param>
internal sealed class Authorization(Roles roles, Func<string, ServiceControls?> controls, PermissionLog log, SandboxClock clock)
{
    private static readonly NamedPolicy Administrator = new("AdministratorAccess", PolicyDocument.Administrator);

    /// <exception cref="AwsError">AccessDenied, in AWS's words.</exception>
    public void Demand(AwsCall call, IEnumerable<AccessCheck> checks)
    {
        foreach (var check in checks)
        {
            var request = Request(call, check);
            var decision = Decide(call.Caller, request, check);
            if (!decision.IsAllowed)
            {
                throw new AwsError("AccessDenied", decision.Refusal(request), 403);
            }
        }
    }

    public bool Allows(AwsCall call, AccessCheck check) => Decide(call.Caller, Request(call, check), check).IsAllowed;

    private PolicyDecision Decide(Principal caller, PolicyRequest request, AccessCheck check)
    {
        var decision = PolicyEvaluator.Decide(request, new ApplicablePolicies(IdentityPolicies(caller), check.Policy, controls(caller.AccountId)));
        log.Add(new PermissionAsked(
            caller.AccountId, caller.Role, request.Action, request.Resource, decision.IsAllowed, decision.Policy, decision.Statement));
        return decision;
    }

    private IReadOnlyList<NamedPolicy> IdentityPolicies(Principal caller) =>
        caller.Role is { } role ? roles.Find(caller.AccountId, role)?.Policies ?? [] : [Administrator];

    private PolicyRequest Request(AwsCall call, AccessCheck check) => new(
        call.Caller.AsCaller(), check.Action, check.Resource, check.ResourceAccountId, GlobalKeys.Of(call, check, clock.GetUtcNow()));
}
