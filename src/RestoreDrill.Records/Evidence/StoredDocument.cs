using System.Security.Cryptography;
using System.Text;

namespace RestoreDrill.Records.Evidence;

/// <summary>Documents kept with their digest.</summary>
internal static class StoredDocument
{
    /// <summary>Lower-case hex SHA-256 of the UTF-8 bytes.</summary>
    internal static string Digest(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    /// <exception cref="InvalidDataException">The document is not the one that was stored.</exception>
    internal static void RequireIntact(string document, string sha256, string what)
    {
        var found = Digest(document);
        if (found != sha256)
        {
            throw new InvalidDataException(
                $"The store's text of {what} was changed: its SHA-256 is {found}, recorded was {sha256}. It proves nothing any more. "
                + "Look into who can write to the store, and bring the row back from a backup.");
        }
    }
}
