using System.Text.RegularExpressions;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Kms.Aliases;

/// <summary>What an alias may be called: <c>alias/</c> and letters, digits, slashes, underscores and hyphens, 256 characters in all, not AWS's own prefix (API reference, CreateAlias).</summary>
internal static partial class AliasName
{
    private const string Prefix = "alias/";
    private const string Reserved = "alias/aws/";
    private const int Longest = 256;

    /// <summary>The name that a call gives.</summary>
    /// <exception cref="AwsError">ValidationException, or InvalidAliasNameException, whose text is not AWS's.</exception>
    public static string Of(KmsCall call)
    {
        var name = call.Required("AliasName");
        if (!Pattern().IsMatch(name))
        {
            throw KmsError.Constraint(name, "AliasName", "Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$");
        }

        if (name.Length > Longest)
        {
            throw KmsError.Constraint(name, "AliasName", $"Member must have length less than or equal to {Longest}");
        }

        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            throw KmsError.Validation("Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html");
        }

        return name.Length > Prefix.Length && !name.Contains(':', StringComparison.Ordinal)
            ? name
            : throw new AwsError("InvalidAliasNameException", $"{name} is not a valid alias name.");
    }

    /// <summary>That name, unless AWS keeps such names to itself; code and empty text are those that emulators' tests against AWS have.</summary>
    /// <exception cref="AwsError">As <see cref="Of"/>, or NotAuthorizedException.</exception>
    public static string OfCustomer(KmsCall call)
    {
        var name = Of(call);
        return name.StartsWith(Reserved, StringComparison.Ordinal) ? throw new AwsError("NotAuthorizedException", "") : name;
    }

    /// <summary>The caller's alias of that name.</summary>
    /// <exception cref="AwsError">NotFoundException.</exception>
    public static KmsAlias Find(KmsCall call, string name) =>
        call.State.Aliases.Find(alias => alias.Name == name && alias.Region == call.Region)
        ?? throw KmsError.NotFound($"Alias {KmsAlias.ArnOf(call.AccountId, call.Region, name)} is not found.");

    [GeneratedRegex(@"^[a-zA-Z0-9:/_-]+\z")]
    private static partial Regex Pattern();
}
