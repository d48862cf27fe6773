using System.Text.Json;

namespace RestoreDrill.Sandbox.Http;

/// <summary>Errors of the JSON 1.1 protocol, where the common ones have names of their own.</summary>
internal static class JsonError
{
    /// <param name="error">The error.</param>
    /// <param name="message">What the service's model calls the message.</param>
    public static string Text(AwsError error, string message)
    {
        var members = new Dictionary<string, string> { ["__type"] = Code(error.Code), [message] = error.Message };
        if (error.Detail is { } reason)
        {
            members.Add("Reason", reason);
        }

        return JsonSerializer.Serialize(members);
    }

    /// <summary>What the JSON protocols call an error that the query protocol has under another name.</summary>
    public static string Code(string code) => code switch
    {
        "InvalidClientTokenId" => "UnrecognizedClientException",
        "ExpiredToken" => "ExpiredTokenException",
        "SignatureDoesNotMatch" => "InvalidSignatureException",
        "MissingAuthenticationToken" => "MissingAuthenticationTokenException",
        "IncompleteSignature" => "IncompleteSignatureException",
        "AccessDenied" => "AccessDeniedException",
        "Throttling" => "ThrottlingException",
        _ => code,
    };
}
