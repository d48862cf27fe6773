using System.Text.Json;

namespace RestoreDrill.Sandbox.Http;

/// <summary>Errors of the JSON 1.1 protocol, where the common ones have names of their own.</summary>
internal static class JsonError
{
    public static string Text(AwsError error) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["__type"] = Code(error.Code),
        ["message"] = error.Message,
    });

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
