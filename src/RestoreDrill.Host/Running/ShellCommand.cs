namespace RestoreDrill.Host.Running;

/// <summary>A command as a person copies it into a shell (POSIX, "Quoting").</summary>
internal static class ShellCommand
{
    /// <summary>The words, each quoted where a shell would take it apart.</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    private static string Quoted(string word) => word.Length > 0 && word.All(static letter => char.IsAsciiLetterOrDigit(letter) || "-_./:@%+=,".Contains(letter, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
