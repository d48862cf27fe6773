using System.Security.Cryptography;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// A master password made for one restored instance. It lives in the memory of the process that made it; that of a scratch instance is never written anywhere, that of an emergency restore
/// once, where <see cref="Restoring.IPasswordDestination"/> puts it.
/// </summary>
/// <remarks>RDS for PostgreSQL: 8 to 128 printable characters without <c>/</c>, <c>'</c>, <c>"</c>, <c>@</c> and space (ModifyDBInstance, MasterUserPassword).</remarks>
public sealed class MasterPassword
{
    private const string Characters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_";

    private readonly string _value;

    private MasterPassword(string value) => _value = value;

    /// <summary>Makes a password of 40 characters from the system's cryptographic random numbers.</summary>
    public static MasterPassword Generate() => new(RandomNumberGenerator.GetString(Characters, 40));

    /// <summary>Takes a password that exists already (tests, or one that a person typed).</summary>
    public static MasterPassword Of(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new MasterPassword(value);
    }

    /// <summary>The password itself, for the one call that needs it.</summary>
    public string Reveal() => _value;

    public override string ToString() => "(secret)";
}
