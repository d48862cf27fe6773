using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.InlinePolicies;

internal sealed class ListRolePolicies : IIamOperation
{
    public string Name => nameof(ListRolePolicies);

    public XElement Execute(IamCall call)
    {
        var names = call.Role().InlinePolicies.Select(static policy => policy.Name);
        return new XElement("ListRolePoliciesResult", IamPage.Of(call.Parameters, "PolicyNames", names, static name => name, static name => name));
    }
}
