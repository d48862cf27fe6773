using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.ManagedPolicies;

internal sealed class ListAttachedRolePolicies : IIamOperation
{
    public string Name => nameof(ListAttachedRolePolicies);

    public XElement Execute(IamCall call)
    {
        var prefix = IamConstraint.PathPrefix(call.Parameters);
        var attached = call.Role().AttachedPolicies.Select(static arn => ManagedPolicy.WithArn(arn)!)
            .Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal));
        return new XElement("ListAttachedRolePoliciesResult", IamPage.Of(
            call.Parameters, "AttachedPolicies", attached, static policy => policy.Name,
            static policy => (XElement[])[new XElement("PolicyName", policy.Name), new XElement("PolicyArn", policy.Arn)]));
    }
}
