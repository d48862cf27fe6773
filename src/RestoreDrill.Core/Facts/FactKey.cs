using System.Globalization;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Core.Facts;

/// <summary>
/// Where a fact lies: <c>INSTALLATION/DATABASE/COPY/KIND/TIME-SHA256.json[.gz]</c>. It follows from the fact alone, so that a step repeated after a crash comes to the same key; two
/// facts that differ in anything come to two.
/// </summary>
public sealed record FactKey
{
    private const string TimeForm = "yyyyMMdd'T'HHmmssfff'Z'";
    private const string Suffix = ".json";
    private const string CompressedSuffix = ".json.gz";

    public required InstallationId Installation { get; init; }

    /// <summary>The protected database, as the configuration names it.</summary>
    public required string Database { get; init; }

    /// <summary>The copy's name.</summary>
    public required string Copy { get; init; }

    public required FactKind Kind { get; init; }

    /// <summary>When the fact came to be, to the millisecond, by the clock of whoever found it. It has to be the same when the fact is put again.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Lower-case hex SHA-256 of the document's UTF-8 bytes, before any compression.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether the document lies compressed: that of a kind which can be large always does.</summary>
    public bool IsCompressed => Kind is FactKind.Manifest or FactKind.BirthCertificate;

    /// <summary>What the keys of all facts of a copy begin with.</summary>
    public static string PrefixOf(InstallationId installation, string database, string copy) =>
        $"{installation.Value}/{FactName.Write(database)}/{FactName.Write(copy)}/";

    /// <summary>What the keys of all facts of a database's copies begin with.</summary>
    public static string PrefixOf(InstallationId installation, string database) => $"{installation.Value}/{FactName.Write(database)}/";

    /// <summary>What the keys of all facts of an installation begin with.</summary>
    public static string PrefixOf(InstallationId installation) => $"{installation.Value}/";

    /// <summary>Reads a key; null if it has not exactly the form that this gives.</summary>
    public static FactKey? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Split('/') is not [var installation, var database, var copy, var kind, var file]
            || !InstallationId.TryParse(installation, out var id)
            || FactName.Read(database) is not { } databaseName
            || FactName.Read(copy) is not { } copyName
            || Enum.GetValues<FactKind>().Where(one => NameOf(one) == kind).ToList() is not [var known]
            || file.Split('-', 2) is not [var stamp, var rest]
            || !DateTimeOffset.TryParseExact(stamp, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return null;
        }

        var key = new FactKey { Installation = id, Database = databaseName, Copy = copyName, Kind = known, Time = time, Sha256 = rest.Split('.', 2)[0] };
        return IsDigest(key.Sha256) && key.ToString() == text ? key : null;
    }

    /// <summary>The key.</summary>
    public override string ToString() =>
        $"{PrefixOf(Installation, Database, Copy)}{NameOf(Kind)}/{Time.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture)}-{Sha256}{(IsCompressed ? CompressedSuffix : Suffix)}";

    private static string NameOf(FactKind kind) => kind switch
    {
        FactKind.CopyFacts => "copy-facts",
        FactKind.Manifest => "manifest",
        FactKind.BirthCertificate => "birth-certificate",
        FactKind.Verdict => "verdict",
        FactKind.Revocation => "revocation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static bool IsDigest(string text) => text.Length == 64 && text.All(static letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
