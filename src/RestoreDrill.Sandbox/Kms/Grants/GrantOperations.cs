using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>What a grant on a symmetric encryption key can give (KMS developer guide, "Grant operations").</summary>
internal static class GrantOperations
{
    private static readonly string[] Symmetric =
    [
        "Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext",
        "ReEncryptFrom", "ReEncryptTo", "CreateGrant", KmsGrant.Retire, "DescribeKey",
    ];

    /// <summary>Those that RDS gives itself; not verified against AWS.</summary>
    public static IReadOnlyList<string> OfRds { get; } =
    [
        "Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo", "CreateGrant", KmsGrant.Retire, "DescribeKey",
    ];

    /// <summary>Those that a call asks for.</summary>
    /// <exception cref="AwsError">ValidationException; the text for one that only other keys have is not AWS's.</exception>
    public static List<string> Read(CallParameters parameters)
    {
        var asked = parameters.Texts("Operations") ?? throw KmsError.Missing("Operations");
        return asked.FirstOrDefault(operation => !Symmetric.Contains(operation)) is { } wrong
            ? throw KmsError.Validation($"The operation {wrong} cannot be granted on a symmetric encryption key.")
            : [.. asked.Distinct()];
    }
}
