using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam.ManagedPolicies;

internal sealed class GetPolicy : IIamOperation
{
    public string Name => nameof(GetPolicy);

    public XElement Execute(IamCall call)
    {
        var arn = PolicyArn.Of(call);
        var policy = ManagedPolicy.WithArn(arn) ?? throw IamError.NoSuchEntity($"Policy {arn} was not found.");
        return new XElement("GetPolicyResult", new XElement("Policy",
            new XElement("PolicyName", policy.Name),
            new XElement("PolicyId", policy.Id),
            new XElement("Arn", policy.Arn),
            new XElement("Path", policy.Path),
            new XElement("DefaultVersionId", policy.Version),
            new XElement("AttachmentCount", call.Roles.Count(role => role.AttachedPolicies.Contains(arn))),
            new XElement("PermissionsBoundaryUsageCount", 0),
            new XElement("IsAttachable", "true"),
            new XElement("Description", policy.Description),
            new XElement("CreateDate", QueryXml.Time(policy.CreatedAt)),
            new XElement("UpdateDate", QueryXml.Time(policy.UpdatedAt)),
            new XElement("Tags")));
    }
}
