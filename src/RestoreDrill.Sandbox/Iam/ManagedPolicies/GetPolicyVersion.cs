using System.Text.RegularExpressions;
using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Iam.Roles;

namespace RestoreDrill.Sandbox.Iam.ManagedPolicies;

/// <summary>Of a policy there is its default version alone.</summary>
internal sealed partial class GetPolicyVersion : IIamOperation
{
    public string Name => nameof(GetPolicyVersion);

    public XElement Execute(IamCall call)
    {
        var arn = PolicyArn.Of(call);
        var version = call.Required("VersionId");
        if (!VersionPattern().IsMatch(version))
        {
            throw IamConstraint.Broken("VersionId", @"satisfy regular expression pattern: v[1-9][0-9]*(\.[A-Za-z0-9-]*)?");
        }

        return ManagedPolicy.WithArn(arn) is { } policy && policy.Version == version
            ? new XElement("GetPolicyVersionResult", new XElement("PolicyVersion",
                new XElement("Document", RoleXml.Encoded(policy.Text)),
                new XElement("VersionId", version),
                new XElement("IsDefaultVersion", "true"),
                new XElement("CreateDate", QueryXml.Time(policy.UpdatedAt))))
            : throw IamError.NoSuchEntity($"Policy {arn} version {version} does not exist or is not attachable.");
    }

    [GeneratedRegex(@"^v[1-9][0-9]*(\.[A-Za-z0-9-]*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex VersionPattern();
}
