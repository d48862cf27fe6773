using System.Security.Cryptography;

namespace RestoreDrill.Sandbox.Kms.Grants;

/// <summary>Ids of the shapes that KMS gives grants.</summary>
internal static class NewGrant
{
    public static string Id() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Names the grant to whom it is given, before KMS knows it everywhere.</summary>
    public static string Token() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(96));
}
