using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>Ids of the shapes AWS uses.</summary>
internal static class Identifiers
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Upper-case letters and digits, unpredictable.</summary>
    public static string Random(int length) => RandomNumberGenerator.GetString(Base32, length);

    /// <summary>Upper-case letters and digits, the same for the same seed.</summary>
    public static string Derived(string seed, int length) =>
        new([.. SHA256.HashData(Encoding.UTF8.GetBytes(seed)).Take(length).Select(value => Base32[value % 32])]);

    /// <summary>A UUID, the same for the same seed.</summary>
    public static Guid Uuid(string seed) => new(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16));

    /// <summary>Forty characters, as a secret access key.</summary>
    public static string Secret() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
}
