using System.Globalization;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms;

/// <summary>The errors that KMS's operations declare (service model of 2014-11-01), with AWS's texts where no comment says otherwise. All have HTTP status 400.</summary>
internal static class KmsError
{
    public static AwsError NotFound(string message) => new("NotFoundException", message);

    public static AwsError Disabled(KmsKey key) => new("DisabledException", $"{key.Arn} is disabled.");

    public static AwsError InvalidState(string message) => new("KMSInvalidStateException", message);

    public static AwsError PendingDeletion(KmsKey key) => InvalidState($"{key.Arn} is pending deletion.");

    public static AwsError Validation(string message) => new("ValidationException", message);

    /// <summary>A member breaks a constraint of the service model.</summary>
    /// <param name="value">As sent, in quotes; null for one that was not sent.</param>
    /// <param name="member">As the model spells it in JSON, with a capital.</param>
    /// <param name="constraint">What it had to be.</param>
    public static AwsError Constraint(string? value, string member, string constraint)
    {
        var shown = value is null ? "null" : $"'{value}'";
        return Validation(string.Create(
            CultureInfo.InvariantCulture, $"1 validation error detected: Value {shown} at '{Camel(member)}' failed to satisfy constraint: {constraint}"));
    }

    public static AwsError Missing(string member) => Constraint(null, member, "Member must not be null");

    public static AwsError InvalidArn(string message) => new("InvalidArnException", message);

    public static AwsError MalformedPolicy(string message) => new("MalformedPolicyDocumentException", message);

    public static AwsError LimitExceeded(string message) => new("LimitExceededException", message);

    public static AwsError Unsupported(string message) => new("UnsupportedOperationException", message);

    public static AwsError Tag(string message) => new("TagException", message);

    public static AwsError AlreadyExists(string message) => new("AlreadyExistsException", message);

    private static string Camel(string member) => char.ToLowerInvariant(member[0]) + member[1..];
}
