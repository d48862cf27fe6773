using Amazon.IdentityManagement.Model;
using Amazon.Wire;

namespace Amazon.IdentityManagement.Wire;

/// <summary>Error code on the wire to exception type. Codes have no ending and types do.</summary>
internal static class Faults
{
    public static readonly Service Service = new(
        "Amazon.IdentityManagement",
        "2010-05-08",
        typeof(AmazonIdentityManagementServiceException),
        new Dictionary<string, Type>(StringComparer.Ordinal)
        {
            ["ConcurrentModification"] = typeof(ConcurrentModificationException),
            ["DeleteConflict"] = typeof(DeleteConflictException),
            ["EntityAlreadyExists"] = typeof(EntityAlreadyExistsException),
            ["InvalidInput"] = typeof(InvalidInputException),
            ["LimitExceeded"] = typeof(LimitExceededException),
            ["MalformedPolicyDocument"] = typeof(MalformedPolicyDocumentException),
            ["NoSuchEntity"] = typeof(NoSuchEntityException),
            ["PolicyNotAttachable"] = typeof(PolicyNotAttachableException),
            ["ServiceFailure"] = typeof(ServiceFailureException),
            ["UnmodifiableEntity"] = typeof(UnmodifiableEntityException),
        });
}
