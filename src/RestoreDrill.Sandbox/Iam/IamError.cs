using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>The errors that IAM's operations declare, with their HTTP statuses (service model of 2010-05-08).</summary>
internal static class IamError
{
    public static AwsError NoSuchEntity(string message) => new("NoSuchEntity", message, 404);

    public static AwsError AlreadyExists(string message) => new("EntityAlreadyExists", message, 409);

    public static AwsError DeleteConflict(string message) => new("DeleteConflict", message, 409);

    public static AwsError LimitExceeded(string message) => new("LimitExceeded", message, 409);

    public static AwsError InvalidInput(string message) => new("InvalidInput", message);

    public static AwsError Validation(string message) => new("ValidationError", message);
}
