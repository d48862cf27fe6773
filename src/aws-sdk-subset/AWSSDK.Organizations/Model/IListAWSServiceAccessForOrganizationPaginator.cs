using Amazon.Runtime;

namespace Amazon.Organizations.Model;

/// <summary>The pages of one <c>ListAWSServiceAccessForOrganization</c> question. It can be enumerated once.</summary>
public interface IListAWSServiceAccessForOrganizationPaginator
{
    IPaginatedEnumerable<ListAWSServiceAccessForOrganizationResponse> Responses { get; }

    IPaginatedEnumerable<EnabledServicePrincipal> EnabledServicePrincipals { get; }
}
