using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.InlinePolicies;

internal sealed class DeleteRolePolicy : IIamOperation
{
    public string Name => nameof(DeleteRolePolicy);

    public XElement? Execute(IamCall call)
    {
        var role = call.ChangeableRole();
        role.InlinePolicies.Remove(GetRolePolicy.Find(call, role));
        return null;
    }
}
