using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>
/// What PostgreSQL stores of a password (RFC 5803). It is computed here, so that a password is never part of an SQL statement, which a server may log.
/// </summary>
internal static class ScramVerifier
{
    private const int Iterations = 4096;

    /// <summary>The verifier of a password of printable ASCII characters, which is all that RDS takes.</summary>
    public static string Of(string password)
    {
        if (password.Length == 0 || password.Any(c => c is < ' ' or > '~'))
        {
            throw new ArgumentException("A password is made of printable ASCII characters, and not empty.", nameof(password));
        }
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
