using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam.Roles;

/// <summary>Roles as IAM answers them: not all members in every answer.</summary>
internal static class RoleXml
{
    /// <summary>What a list has.</summary>
    public static object[] Listed(IamRole role) =>
        [.. Always(role), .. Optional(QueryXml.Optional("Description", role.Description)), new XElement("MaxSessionDuration", role.MaxSessionDuration)];

    /// <summary>What GetRole has. When the role was last used is not kept here, as AWS does not know it in the first hours.</summary>
    public static XElement Whole(IamRole role) => new("Role", Listed(role), Tags(role), new XElement("RoleLastUsed"));

    /// <summary>What CreateRole has: neither the description nor the length of sessions.</summary>
    public static XElement Created(IamRole role) => new("Role", Always(role), Tags(role));

    /// <summary>A policy's text as IAM sends it: URL-encoded by RFC 3986.</summary>
    public static string Encoded(string policy) => Uri.EscapeDataString(policy);

    private static IEnumerable<XElement> Always(IamRole role) =>
    [
        new XElement("Path", role.Path), new XElement("RoleName", role.Name), new XElement("RoleId", role.Id), new XElement("Arn", role.Arn),
        new XElement("CreateDate", QueryXml.Time(role.CreatedAt)), new XElement("AssumeRolePolicyDocument", Encoded(role.Trust.Text)),
    ];

    private static XElement? Tags(IamRole role) => role.Tags.Count == 0 ? null
        : new XElement("Tags", role.Tags.Select(static tag => new XElement("member", RoleTags.Element(tag))));

    private static IEnumerable<XElement> Optional(XElement? element) => element is null ? [] : [element];
}
