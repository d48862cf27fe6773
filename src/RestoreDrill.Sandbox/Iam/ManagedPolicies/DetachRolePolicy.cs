using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.ManagedPolicies;

internal sealed class DetachRolePolicy : IIamOperation
{
    public string Name => nameof(DetachRolePolicy);

    public XElement? Execute(IamCall call)
    {
        var role = call.ChangeableRole();
        var arn = PolicyArn.Of(call);
        return role.AttachedPolicies.Remove(arn) ? null : throw IamError.NoSuchEntity($"Policy {arn} was not found.");
    }
}
