namespace RestoreDrill.Core.Terraform;

/// <summary>Makes texts of a stranger's document fit to be printed: on one line, without control characters, not too long.</summary>
internal static class Printable
{
    private const int Longest = 200;

    public static string Of(string text, int longest = Longest)
    {
        var clean = text.Any(char.IsControl) ? string.Concat(text.Select(static letter => char.IsControl(letter) ? '?' : letter)) : text;
        return clean.Length <= longest ? clean : clean[..(longest - 3)] + "...";
    }
}
