using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.InlinePolicies;

/// <summary>Adds a policy to a role or replaces the one of that name; it counts at once, for sessions that are there as well.</summary>
internal sealed class PutRolePolicy : IIamOperation
{
    public const int LongestName = 128;

    public string Name => nameof(PutRolePolicy);

    public XElement? Execute(IamCall call)
    {
        var role = call.ChangeableRole();
        var policy = new InlinePolicy(call.RequiredName("PolicyName", LongestName), InlineRules.Accept(call.Required("PolicyDocument")));
        List<InlinePolicy> all = [.. role.InlinePolicies.Where(other => other.Name != policy.Name), policy];
        if (all.Sum(static one => PolicySize.Of(one.Text)) > PolicySize.MostInline)
        {
            throw IamError.LimitExceeded($"Maximum policy size of {PolicySize.MostInline} bytes exceeded for role {role.Name}");
        }

        role.InlinePolicies.Clear();
        role.InlinePolicies.AddRange(all);
        return null;
    }
}
