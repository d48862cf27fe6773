using System.Xml.Linq;
using RestoreDrill.Sandbox.Iam.Roles;

namespace RestoreDrill.Sandbox.Iam.InlinePolicies;

internal sealed class GetRolePolicy : IIamOperation
{
    public string Name => nameof(GetRolePolicy);

    public XElement Execute(IamCall call)
    {
        var role = call.Role();
        var policy = Find(call, role);
        return new XElement("GetRolePolicyResult",
            new XElement("RoleName", role.Name), new XElement("PolicyName", policy.Name), new XElement("PolicyDocument", RoleXml.Encoded(policy.Text)));
    }

    /// <summary>The policy of a role that a call names.</summary>
    /// <exception cref="Http.AwsError">ValidationError or NoSuchEntity.</exception>
    public static InlinePolicy Find(IamCall call, IamRole role)
    {
        var name = call.RequiredName("PolicyName", PutRolePolicy.LongestName);
        return role.InlinePolicies.Find(policy => policy.Name == name) ?? throw IamError.NoSuchEntity($"The role policy with name {name} cannot be found.");
    }
}
