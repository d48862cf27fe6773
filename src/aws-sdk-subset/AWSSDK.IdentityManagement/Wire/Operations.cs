using Amazon.IdentityManagement.Model;
using Amazon.Wire.Query;

namespace Amazon.IdentityManagement.Wire;

/// <summary>The operations of this subset, with the error codes that the service model (2010-05-08) declares for each.</summary>
internal static class Operations
{
    internal static readonly QueryOperation<GetRoleResponse> GetRole = new(
        Faults.Service, "GetRole",
        "NoSuchEntity", "ServiceFailure");

    internal static readonly QueryOperation<CreateRoleResponse> CreateRole = new(
        Faults.Service, "CreateRole",
        "ConcurrentModification", "EntityAlreadyExists", "InvalidInput", "LimitExceeded", "MalformedPolicyDocument", "ServiceFailure");

    internal static readonly QueryOperation<ListRolesResponse> ListRoles = new(
        Faults.Service, "ListRoles",
        "ServiceFailure");

    internal static readonly QueryOperation<DeleteRoleResponse> DeleteRole = new(
        Faults.Service, "DeleteRole",
        "ConcurrentModification", "DeleteConflict", "LimitExceeded", "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity");

    internal static readonly QueryOperation<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicy = new(
        Faults.Service, "UpdateAssumeRolePolicy",
        "LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity");

    internal static readonly QueryOperation<PutRolePolicyResponse> PutRolePolicy = new(
        Faults.Service, "PutRolePolicy",
        "LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity");

    internal static readonly QueryOperation<GetRolePolicyResponse> GetRolePolicy = new(
        Faults.Service, "GetRolePolicy",
        "NoSuchEntity", "ServiceFailure");

    internal static readonly QueryOperation<ListRolePoliciesResponse> ListRolePolicies = new(
        Faults.Service, "ListRolePolicies",
        "NoSuchEntity", "ServiceFailure");

    internal static readonly QueryOperation<DeleteRolePolicyResponse> DeleteRolePolicy = new(
        Faults.Service, "DeleteRolePolicy",
        "LimitExceeded", "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity");

    internal static readonly QueryOperation<AttachRolePolicyResponse> AttachRolePolicy = new(
        Faults.Service, "AttachRolePolicy",
        "InvalidInput", "LimitExceeded", "NoSuchEntity", "PolicyNotAttachable", "ServiceFailure", "UnmodifiableEntity");

    internal static readonly QueryOperation<DetachRolePolicyResponse> DetachRolePolicy = new(
        Faults.Service, "DetachRolePolicy",
        "InvalidInput", "LimitExceeded", "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity");

    internal static readonly QueryOperation<ListAttachedRolePoliciesResponse> ListAttachedRolePolicies = new(
        Faults.Service, "ListAttachedRolePolicies",
        "InvalidInput", "NoSuchEntity", "ServiceFailure");

    internal static readonly QueryOperation<TagRoleResponse> TagRole = new(
        Faults.Service, "TagRole",
        "ConcurrentModification", "InvalidInput", "LimitExceeded", "NoSuchEntity", "ServiceFailure");

    internal static readonly QueryOperation<ListRoleTagsResponse> ListRoleTags = new(
        Faults.Service, "ListRoleTags",
        "NoSuchEntity", "ServiceFailure");

    internal static readonly QueryOperation<UpdateRoleResponse> UpdateRole = new(
        Faults.Service, "UpdateRole",
        "NoSuchEntity", "ServiceFailure", "UnmodifiableEntity");

    internal static readonly QueryOperation<GetPolicyResponse> GetPolicy = new(
        Faults.Service, "GetPolicy",
        "InvalidInput", "NoSuchEntity", "ServiceFailure");

    internal static readonly QueryOperation<GetPolicyVersionResponse> GetPolicyVersion = new(
        Faults.Service, "GetPolicyVersion",
        "InvalidInput", "NoSuchEntity", "ServiceFailure");
}
