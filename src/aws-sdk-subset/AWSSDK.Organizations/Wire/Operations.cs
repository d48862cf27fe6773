using Amazon.Organizations.Model;
using Amazon.Wire.Json;

namespace Amazon.Organizations.Wire;

/// <summary>The operations of this subset, with the error codes that the service model (2016-11-28) declares for each.</summary>
internal static class Operations
{
    internal static readonly JsonOperation<DescribeOrganizationResponse> DescribeOrganization = new(
        Faults.Service, Target("DescribeOrganization"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<ListRootsResponse> ListRoots = new(
        Faults.Service, Target("ListRoots"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ServiceException", "TooManyRequestsException");

    internal static readonly JsonOperation<ListParentsResponse> ListParents = new(
        Faults.Service, Target("ListParents"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ChildNotFoundException", "InvalidInputException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<ListChildrenResponse> ListChildren = new(
        Faults.Service, Target("ListChildren"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ParentNotFoundException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<ListAccountsResponse> ListAccounts = new(
        Faults.Service, Target("ListAccounts"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ServiceException", "TooManyRequestsException");

    internal static readonly JsonOperation<ListAccountsForParentResponse> ListAccountsForParent = new(
        Faults.Service, Target("ListAccountsForParent"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ParentNotFoundException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<DescribeAccountResponse> DescribeAccount = new(
        Faults.Service, Target("DescribeAccount"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "AccountNotFoundException", "InvalidInputException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<DescribeOrganizationalUnitResponse> DescribeOrganizationalUnit = new(
        Faults.Service, Target("DescribeOrganizationalUnit"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "OrganizationalUnitNotFoundException",
        "ServiceException", "TooManyRequestsException");

    internal static readonly JsonOperation<ListOrganizationalUnitsForParentResponse> ListOrganizationalUnitsForParent = new(
        Faults.Service, Target("ListOrganizationalUnitsForParent"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ParentNotFoundException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<CreateOrganizationalUnitResponse> CreateOrganizationalUnit = new(
        Faults.Service, Target("CreateOrganizationalUnit"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "DuplicateOrganizationalUnitException", "InvalidInputException", "ParentNotFoundException", "ServiceException", "TooManyRequestsException");

    internal static readonly JsonOperation<MoveAccountResponse> MoveAccount = new(
        Faults.Service, Target("MoveAccount"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "AccountNotFoundException", "ConcurrentModificationException",
        "DestinationParentNotFoundException", "DuplicateAccountException", "InvalidInputException", "ServiceException",
        "SourceParentNotFoundException", "TooManyRequestsException");

    internal static readonly JsonOperation<CreatePolicyResponse> CreatePolicy = new(
        Faults.Service, Target("CreatePolicy"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "DuplicatePolicyException", "InvalidInputException", "MalformedPolicyDocumentException", "PolicyTypeNotAvailableForOrganizationException",
        "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<UpdatePolicyResponse> UpdatePolicy = new(
        Faults.Service, Target("UpdatePolicy"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "DuplicatePolicyException", "InvalidInputException", "MalformedPolicyDocumentException", "PolicyChangesInProgressException",
        "PolicyNotFoundException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<DescribePolicyResponse> DescribePolicy = new(
        Faults.Service, Target("DescribePolicy"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "PolicyNotFoundException", "ServiceException",
        "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<ListPoliciesResponse> ListPolicies = new(
        Faults.Service, Target("ListPolicies"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ServiceException", "TooManyRequestsException",
        "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<ListPoliciesForTargetResponse> ListPoliciesForTarget = new(
        Faults.Service, Target("ListPoliciesForTarget"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ServiceException", "TargetNotFoundException",
        "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<AttachPolicyResponse> AttachPolicy = new(
        Faults.Service, Target("AttachPolicy"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "DuplicatePolicyAttachmentException", "InvalidInputException", "PolicyChangesInProgressException", "PolicyNotFoundException",
        "PolicyTypeNotEnabledException", "ServiceException", "TargetNotFoundException", "TooManyRequestsException",
        "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<DetachPolicyResponse> DetachPolicy = new(
        Faults.Service, Target("DetachPolicy"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "InvalidInputException", "PolicyChangesInProgressException", "PolicyNotAttachedException", "PolicyNotFoundException", "ServiceException",
        "TargetNotFoundException", "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<EnablePolicyTypeResponse> EnablePolicyType = new(
        Faults.Service, Target("EnablePolicyType"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "InvalidInputException", "PolicyChangesInProgressException", "PolicyTypeAlreadyEnabledException",
        "PolicyTypeNotAvailableForOrganizationException", "RootNotFoundException", "ServiceException", "TooManyRequestsException",
        "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<PutResourcePolicyResponse> PutResourcePolicy = new(
        Faults.Service, Target("PutResourcePolicy"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<DescribeResourcePolicyResponse> DescribeResourcePolicy = new(
        Faults.Service, Target("DescribeResourcePolicy"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConstraintViolationException", "ResourcePolicyNotFoundException",
        "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<EnableAWSServiceAccessResponse> EnableAWSServiceAccess = new(
        Faults.Service, Target("EnableAWSServiceAccess"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<ListAWSServiceAccessForOrganizationResponse> ListAWSServiceAccessForOrganization = new(
        Faults.Service, Target("ListAWSServiceAccessForOrganization"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConstraintViolationException", "InvalidInputException", "ServiceException",
        "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<LeaveOrganizationResponse> LeaveOrganization = new(
        Faults.Service, Target("LeaveOrganization"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "AccountNotFoundException", "ConcurrentModificationException",
        "ConstraintViolationException", "InvalidInputException", "MasterCannotLeaveOrganizationException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<CloseAccountResponse> CloseAccount = new(
        Faults.Service, Target("CloseAccount"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "AccountAlreadyClosedException", "AccountNotFoundException",
        "ConcurrentModificationException", "ConflictException", "ConstraintViolationException", "InvalidInputException", "ServiceException",
        "TooManyRequestsException", "UnsupportedAPIEndpointException");

    internal static readonly JsonOperation<RemoveAccountFromOrganizationResponse> RemoveAccountFromOrganization = new(
        Faults.Service, Target("RemoveAccountFromOrganization"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "AccountNotFoundException", "ConcurrentModificationException",
        "ConstraintViolationException", "InvalidInputException", "MasterCannotLeaveOrganizationException", "ServiceException",
        "TooManyRequestsException");

    internal static readonly JsonOperation<TagResourceResponse> TagResource = new(
        Faults.Service, Target("TagResource"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "ConcurrentModificationException", "ConstraintViolationException",
        "InvalidInputException", "ServiceException", "TargetNotFoundException", "TooManyRequestsException");

    internal static readonly JsonOperation<ListTagsForResourceResponse> ListTagsForResource = new(
        Faults.Service, Target("ListTagsForResource"),
        "AWSOrganizationsNotInUseException", "AccessDeniedException", "InvalidInputException", "ServiceException", "TargetNotFoundException",
        "TooManyRequestsException");

    private static TargetRequestMarshaller Target(string name) => new(Faults.Service, $"AWSOrganizationsV20161128.{name}");
}
