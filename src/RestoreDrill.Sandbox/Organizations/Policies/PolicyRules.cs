using RestoreDrill.Sandbox.Http;
using RestoreDrill.Sandbox.Policies;

namespace RestoreDrill.Sandbox.Organizations.Policies;

/// <summary>
/// What a service control policy may be, and how many hang on one target (Organizations user guide, "Quotas": twice as much as before May 2026). AWS does not
/// say what is wrong with a document; here the reason follows in brackets.
/// </summary>
internal static class PolicyRules
{
    public const int LongestContent = 10_240;
    public const int LongestName = 128;
    public const int LongestDescription = 512;
    public const int MostOnTarget = 10;

    /// <exception cref="AwsError">ConstraintViolationException or MalformedPolicyDocumentException.</exception>
    public static string Content(string content)
    {
        if (content.Length > LongestContent)
        {
            throw OrganizationsError.ConstraintViolation("POLICY_CONTENT_LIMIT_EXCEEDED", "You have exceeded the maximum policy size.");
        }

        try
        {
            PolicyParser.Parse(content, PolicyKind.ServiceControl);
            return content;
        }
        catch (AwsError malformed) when (malformed.Code == Malformed.Code)
        {
            throw new AwsError(
                "MalformedPolicyDocumentException",
                $"The provided policy document does not meet the requirements of the specified policy type. ({malformed.Message})");
        }
    }

    /// <summary>The name of a policy, of which there is no other.</summary>
    /// <exception cref="AwsError">InvalidInputException or DuplicatePolicyException.</exception>
    public static string Name(OrganisationState state, string name, ServiceControlPolicy? renamed = null)
    {
        if (state.Policies.Exists(policy => policy != renamed && policy.Name == name))
        {
            throw new AwsError("DuplicatePolicyException", "A policy with the same name already exists.");
        }

        return Bounded(name, LongestName);
    }

    /// <exception cref="AwsError">InvalidInputException.</exception>
    public static string Bounded(string text, int longest) => text.Length <= longest
        ? text
        : throw OrganizationsError.InvalidInput("MAX_LENGTH_EXCEEDED", "You provided a string parameter that is longer than allowed.");
}
