using System.Xml.Linq;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>Decides about sessions to come; those that are there go on.</summary>
internal sealed class UpdateAssumeRolePolicy(TrustRules trust) : IIamOperation
{
    public string Name => nameof(UpdateAssumeRolePolicy);

    public XElement? Execute(IamCall call)
    {
        call.ChangeableRole().Trust = trust.Accept(call.Required("PolicyDocument"));
        return null;
    }
}
