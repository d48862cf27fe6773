using System.CommandLine.Parsing;

namespace RestoreDrill.Host.Commands;

/// <summary>Reads an option that takes one of an enumeration's words, and names them where it was given another.</summary>
internal static class WordOption
{
    public static Func<ArgumentResult, T?> Nullable<T>()
        where T : struct, Enum => static result => Read<T>(result);

    public static Func<ArgumentResult, T> Required<T>()
        where T : struct, Enum => static result => Read<T>(result) ?? default;

    private static T? Read<T>(ArgumentResult result)
        where T : struct, Enum
    {
        var given = result.Tokens[0].Value;
        foreach (var word in Enum.GetValues<T>())
        {
            // Not Enum.Parse: it takes numbers too.
            if (given.Equals(word.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        var option = (result.Parent as OptionResult)?.IdentifierToken?.Value ?? result.Argument.Name;
        result.AddError($"{option} takes {string.Join(" or ", Enum.GetNames<T>().Select(static name => name.ToLowerInvariant()))}, not '{given}'.");
        return null;
    }
}
