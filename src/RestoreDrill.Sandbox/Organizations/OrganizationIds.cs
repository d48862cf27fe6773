using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>Ids as AWS forms them, and their patterns (service model of 2016-11-28).</summary>
internal static partial class OrganizationIds
{
    /// <summary>A prefix, then lower-case letters and digits, unpredictable.</summary>
    public static string New(string prefix, int length) => prefix + Identifiers.Random(length).ToLowerInvariant();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    public static partial Regex Account();

    [GeneratedRegex(@"^r-[0-9a-z]{4,32}\z")]
    public static partial Regex Root();

    [GeneratedRegex(@"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}\z")]
    public static partial Regex Unit();

    [GeneratedRegex(@"^p-[0-9a-zA-Z_]{8,128}\z")]
    public static partial Regex Policy();

    [GeneratedRegex(@"^rp-[0-9a-zA-Z_]{4,128}\z")]
    public static partial Regex ResourcePolicy();
}
