using System.Text;

namespace RestoreDrill.Verification.Sessions;

/// <summary>
/// How the text of a database is read. The client encoding is always the server's own, so that the server converts nothing: a conversion changes the
/// image of a row, and fails on bytes that have no equivalent.
/// </summary>
internal static class TextEncoding
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTF8"] = "utf-8",
        ["LATIN1"] = "iso-8859-1",
        ["LATIN2"] = "iso-8859-2",
        ["LATIN5"] = "iso-8859-9",
        ["LATIN9"] = "iso-8859-15",
        ["ISO_8859_5"] = "iso-8859-5",
        ["ISO_8859_7"] = "iso-8859-7",
        ["WIN1250"] = "windows-1250",
        ["WIN1251"] = "windows-1251",
        ["WIN1252"] = "windows-1252",
        ["KOI8R"] = "koi8-r",
        ["EUC_JP"] = "euc-jp",
        ["EUC_KR"] = "euc-kr",
    };

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public const string Utf8 = "UTF8";

    /// <summary>.NET's name for PostgreSQL's encoding; ISO-8859-1, which carries any byte there and back, where bytes have no agreed meaning.</summary>
    public static string DotnetName(string serverEncoding) => Known.GetValueOrDefault(serverEncoding, "iso-8859-1");
}
