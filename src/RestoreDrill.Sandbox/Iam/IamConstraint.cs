using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Iam;

/// <summary>What IAM demands of parameters (service model of 2010-05-08), refused with ValidationError in IAM's words, which do not repeat the value.</summary>
internal static partial class IamConstraint
{
    private const int LongestPath = 512;

    /// <param name="parameter">The parameter's name, or the path of a member such as <c>tags.1.member.key</c>.</param>
    /// <param name="must">What it must, without "Member must".</param>
    public static AwsError Broken(string parameter, string must) =>
        IamError.Validation($"1 validation error detected: Value at '{Member(parameter)}' failed to satisfy constraint: Member must {must}");

    public static string Name(string parameter, string value, int longest) =>
        !NamePattern().IsMatch(value) ? throw IamError.Validation(
            $"The specified value for {Member(parameter)} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-")
        : Length(parameter, value, longest);

    public static string Length(string parameter, string value, int longest) =>
        value.Length <= longest ? value : throw Broken(parameter, $"have length less than or equal to {longest}");

    public static int Range(string parameter, int value, int least, int most) =>
        value < least ? throw Broken(parameter, $"have value greater than or equal to {least}")
        : value > most ? throw Broken(parameter, $"have value less than or equal to {most}")
        : value;

    /// <summary>A path of a name: a slash, or something between slashes; a slash where none was sent.</summary>
    public static string Path(CallParameters parameters)
    {
        var path = parameters.Text("Path") ?? "/";
        return PathPattern().IsMatch(path) ? Length("Path", path, LongestPath) : throw IamError.Validation(
            "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.");
    }

    public static string PathPrefix(CallParameters parameters)
    {
        var prefix = parameters.Text("PathPrefix") ?? "/";
        return PrefixPattern().IsMatch(prefix) ? Length("PathPrefix", prefix, LongestPath) : throw IamError.Validation(
            "The specified value for pathPrefix is invalid. It must begin with the / character and contain only alphanumeric characters and/or / characters.");
    }

    private static string Member(string parameter) => char.ToLowerInvariant(parameter[0]) + parameter[1..];

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^(/|/[!-~]+/)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"^/[!-~]*\z")]
    private static partial Regex PrefixPattern();
}
