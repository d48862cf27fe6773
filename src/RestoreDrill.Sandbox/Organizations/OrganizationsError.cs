using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>
/// The errors that AWS Organizations' operations declare (service model of 2016-11-28); some have a reason, of which there are lists. All have HTTP status 400.
/// The texts are those seen in the reports of tools that call AWS, or else the service model's description of the error.
/// </summary>
internal static class OrganizationsError
{
    public static AwsError NotInUse() => new("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

    public static AwsError AccessDenied() => new("AccessDenied", "You don't have permissions to access this resource.");

    public static AwsError InvalidInput(string reason, string message) => new("InvalidInputException", message) { Detail = reason };

    public static AwsError InvalidPattern(string reason = "INVALID_PATTERN") =>
        InvalidInput(reason, "You provided a value that does not match the required pattern.");

    public static AwsError ConstraintViolation(string reason, string message) => new("ConstraintViolationException", message) { Detail = reason };

    public static AwsError NoSuchAccount() => new("AccountNotFoundException", "You specified an account that doesn't exist.");

    public static AwsError NoSuchParent(string code = "ParentNotFoundException") => new(code, "You specified parent that doesn't exist.");

    public static AwsError NoSuchChild() => new("ChildNotFoundException", "You specified a child that doesn't exist.");

    public static AwsError NoSuchUnit() => new("OrganizationalUnitNotFoundException", "You specified an organizational unit that doesn't exist.");

    public static AwsError NoSuchRoot() => new("RootNotFoundException", "You specified a root that doesn't exist.");

    public static AwsError NoSuchTarget() => new("TargetNotFoundException", "You specified a target that doesn't exist.");

    public static AwsError NoSuchPolicy() => new("PolicyNotFoundException", "You specified a policy that doesn't exist.");

    public static AwsError MasterCannotLeave() => new(
        "MasterCannotLeaveOrganizationException",
        "You can't remove a management account from an organization. If you want the management account to become a member account in another organization, "
            + "you must first delete the current organization of the management account.");
}
