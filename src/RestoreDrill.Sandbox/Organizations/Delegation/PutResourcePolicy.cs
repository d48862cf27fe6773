using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Organizations.Tagging;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Organizations.Delegation;

/// <summary>Sets the organisation's one resource policy, or replaces it under its old id.</summary>
internal sealed class PutResourcePolicy : IOrganizationsOperation
{
    /// <summary>In characters (Organizations user guide, "Quotas").</summary>
    private const int Longest = 40_000;

    public string Name => nameof(PutResourcePolicy);

    public Dictionary<string, object> Execute(OrganizationsCall call)
    {
        var content = call.Required("Content");
        var tags = OrganizationsTags.Read(call.Parameters);
        if (content.Length > Longest)
        {
            throw OrganizationsError.ConstraintViolation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size.");
        }

        // A denial may be of anything.
        if (Read(content).Statements.Any(statement => statement.Effect == PolicyEffect.Allow && !DelegableActions.Include(statement.Actions)))
        {
            throw OrganizationsError.InvalidInput("UNSUPPORTED_ACTION_IN_RESOURCE_POLICY", "The policy allows an action that can't be delegated.");
        }

        var policy = new DelegationPolicy(call.State.Delegation?.Id ?? OrganizationIds.New("rp-", 8), content);
        OrganizationsTags.Put(call.State, policy.Id, tags);
        call.State.Delegation = policy;
        return DescribeResourcePolicy.Render(call.State, policy);
    }

    private static PolicyDocument Read(string content)
    {
        try
        {
            return PolicyParser.Parse(content, PolicyKind.Resource);
        }
        catch (AwsError malformed) when (malformed.Code == Malformed.Code)
        {
            throw OrganizationsError.InvalidInput("INVALID_RESOURCE_POLICY_JSON", $"The provided resource policy is not valid. ({malformed.Message})");
        }
    }
}
