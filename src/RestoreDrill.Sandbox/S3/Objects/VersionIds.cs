using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>Version ids: 32 characters that mean nothing. S3 knows from the form of an id whether it can be one; the form here is the sandbox's own.</summary>
internal static partial class VersionIds
{
    public static string New() => Identifiers.Random(32);

    /// <exception cref="AwsError">InvalidArgument.</exception>
    public static string Parse(string id) => id == ObjectVersion.Null || Form().IsMatch(id) ? id
        : throw S3Error.InvalidArgument("Invalid version id specified", "versionId", id);

    [GeneratedRegex(@"^[A-Za-z0-9_.]{32}\z")]
    private static partial Regex Form();
}
