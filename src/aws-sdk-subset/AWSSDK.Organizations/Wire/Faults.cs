using Amazon.Organizations.Model;
using Amazon.Wire;

namespace Amazon.Organizations.Wire;

/// <summary>Error code on the wire to exception type. Here both have the same name.</summary>
internal static class Faults
{
    public static readonly Service Service = new(
        "Amazon.Organizations",
        "2016-11-28",
        typeof(AmazonOrganizationsException),
        new Dictionary<string, Type>(StringComparer.Ordinal)
        {
            ["AWSOrganizationsNotInUseException"] = typeof(AWSOrganizationsNotInUseException),
            ["AccessDeniedException"] = typeof(AccessDeniedException),
            ["AccountAlreadyClosedException"] = typeof(AccountAlreadyClosedException),
            ["AccountNotFoundException"] = typeof(AccountNotFoundException),
            ["ChildNotFoundException"] = typeof(ChildNotFoundException),
            ["ConcurrentModificationException"] = typeof(ConcurrentModificationException),
            ["ConflictException"] = typeof(ConflictException),
            ["ConstraintViolationException"] = typeof(ConstraintViolationException),
            ["DestinationParentNotFoundException"] = typeof(DestinationParentNotFoundException),
            ["DuplicateAccountException"] = typeof(DuplicateAccountException),
            ["DuplicateOrganizationalUnitException"] = typeof(DuplicateOrganizationalUnitException),
            ["DuplicatePolicyAttachmentException"] = typeof(DuplicatePolicyAttachmentException),
            ["DuplicatePolicyException"] = typeof(DuplicatePolicyException),
            ["InvalidInputException"] = typeof(InvalidInputException),
            ["MalformedPolicyDocumentException"] = typeof(MalformedPolicyDocumentException),
            ["MasterCannotLeaveOrganizationException"] = typeof(MasterCannotLeaveOrganizationException),
            ["OrganizationalUnitNotFoundException"] = typeof(OrganizationalUnitNotFoundException),
            ["ParentNotFoundException"] = typeof(ParentNotFoundException),
            ["PolicyChangesInProgressException"] = typeof(PolicyChangesInProgressException),
            ["PolicyNotAttachedException"] = typeof(PolicyNotAttachedException),
            ["PolicyNotFoundException"] = typeof(PolicyNotFoundException),
            ["PolicyTypeAlreadyEnabledException"] = typeof(PolicyTypeAlreadyEnabledException),
            ["PolicyTypeNotAvailableForOrganizationException"] = typeof(PolicyTypeNotAvailableForOrganizationException),
            ["PolicyTypeNotEnabledException"] = typeof(PolicyTypeNotEnabledException),
            ["ResourcePolicyNotFoundException"] = typeof(ResourcePolicyNotFoundException),
            ["RootNotFoundException"] = typeof(RootNotFoundException),
            ["ServiceException"] = typeof(ServiceException),
            ["SourceParentNotFoundException"] = typeof(SourceParentNotFoundException),
            ["TargetNotFoundException"] = typeof(TargetNotFoundException),
            ["TooManyRequestsException"] = typeof(TooManyRequestsException),
            ["UnsupportedAPIEndpointException"] = typeof(UnsupportedAPIEndpointException),
        });
}
