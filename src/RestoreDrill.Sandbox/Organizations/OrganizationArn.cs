using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Organizations.Policies;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>ARNs of an organisation's parts (service authorization reference, "Resource types defined by AWS Organizations").</summary>
internal static class OrganizationArn
{
    private const string Type = "service_control_policy";

    public static string Organization(OrganisationState state) => Of("organization", state.Id);

    /// <summary>The ARN of what has that id, whether it is there or not; <c>*</c> of what can be no id.</summary>
    public static string For(OrganisationState state, string id) =>
        OrganizationIds.Account().IsMatch(id) ? Of("account", $"{state.Id}/{id}")
        : OrganizationIds.Root().IsMatch(id) ? Of("root", $"{state.Id}/{id}")
        : OrganizationIds.Unit().IsMatch(id) ? Of("ou", $"{state.Id}/{id}")
        : OrganizationIds.ResourcePolicy().IsMatch(id) ? Of("resourcepolicy", $"{state.Id}/{id}")
        : id == ServiceControlPolicy.FullAccessId ? $"arn:aws:organizations::aws:policy/{Type}/{id}"
        : OrganizationIds.Policy().IsMatch(id) ? Of("policy", $"{state.Id}/{Type}/{id}")
        : "*";

    private static string Of(string kind, string rest) => $"arn:aws:organizations::{Account.Management.Id}:{kind}/{rest}";
}
