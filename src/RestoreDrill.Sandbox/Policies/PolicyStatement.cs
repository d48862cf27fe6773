using RestoreDrill.Sandbox.Policies.Conditions;

namespace RestoreDrill.Sandbox.Policies;

/// <summary>One statement of a policy.</summary>
/// <param name="Name">Its Sid, or its number from 1 where it has none.</param>
/// <param name="Effect">What it does where it applies.</param>
/// <param name="Actions">What it is about.</param>
/// <param name="Resources">On what; null in a trust policy, which is about its role.</param>
/// <param name="Principals">By whom; null in a policy of an identity or an organisation.</param>
/// <param name="Conditions">What has to hold besides, all of it.</param>
internal sealed record PolicyStatement(
    string Name, PolicyEffect Effect, ActionMatch Actions, ResourceMatch? Resources, PrincipalMatch? Principals, IReadOnlyList<ConditionTerm> Conditions)
{
    /// <summary>How the statement reaches a request's caller: not at all where anything of it does not apply.</summary>
    public PrincipalReach Reach(PolicyRequest request)
    {
        var applies = Actions.Covers(request.Action)
            && Resources?.Covers(request.Resource, request.Context) != false
            && Conditions.All(condition => condition.Holds(request.Context));
        return !applies ? PrincipalReach.None : Principals?.Reach(request.Caller) ?? PrincipalReach.ByName;
    }
}
