using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RestoreDrill.Core.Json;

namespace RestoreDrill.Records.Journal;

/// <summary>
/// The lines of a journal: <c>{"sha256":"…","entry":{…}}</c>. The digest runs on: it is that of the digest of the line before and the entry's text, so that no line can be changed, taken out
/// or put in without all that follow.
/// </summary>
internal static class JournalLines
{
    /// <summary>What stands for the digest of the line before the first.</summary>
    public const string NoDigest = "";

    /// <summary>Said in one way, whichever way it was changed in.</summary>
    private const string Changed = "it, or a line before it, was changed, taken out or put in";

    /// <summary>What every line begins with.</summary>
    private const string Start = """{"sha256":""";

    /// <summary>A line with its end, and the entry as it will be read back.</summary>
    public static (byte[] Line, string Sha256, JournalEntry Entry) Write(string before, JournalEntry entry)
    {
        var text = CanonicalJson.Write(entry);
        var sha256 = DigestOf(before, text);
        return (Encoding.UTF8.GetBytes($"{Start}\"{sha256}\",\"entry\":{text}}}\n"), sha256, CanonicalJson.Read<JournalEntry>(text));
    }

    /// <summary>Reads what a file holds.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="content">What it holds.</param>
    /// <returns>The entries, the last digest, and how many bytes whole lines take: what is behind them is of a line that was not written to its end, which nobody was told is saved.</returns>
    /// <exception cref="BrokenJournalException">A line is not what was written.</exception>
    public static (IReadOnlyList<JournalEntry> Entries, string Sha256, long Length) Read(string path, ReadOnlySpan<byte> content)
    {
        var entries = new List<JournalEntry>();
        var (sha256, length) = (NoDigest, 0);
        while (content[length..].IndexOf((byte)'\n') is >= 0 and var end)
        {
            var line = content.Slice(length, end);
            var isLast = length + end + 1 == content.Length;
            if (!IsWhole(line))
            {
                return isLast ? (entries, sha256, length) : throw new BrokenJournalException(path, entries.Count + 1, Changed);
            }

            var (entry, digest) = Read(path, entries.Count + 1, Encoding.UTF8.GetString(line), sha256);
            entries.Add(entry);
            sha256 = digest;
            length += end + 1;
        }

        return (entries, sha256, length);
    }

    /// <summary>Whether a file holds nothing, or the beginning of a first line and no more: what a process leaves that dies while it begins.</summary>
    public static bool IsUnbegun(ReadOnlySpan<byte> content) =>
        content.IndexOf((byte)'\n') < 0 && content[..Math.Min(Start.Length, content.Length)].SequenceEqual(Encoding.UTF8.GetBytes(Start).AsSpan(0, Math.Min(Start.Length, content.Length)));

    private static (JournalEntry Entry, string Sha256) Read(string path, int number, string line, string before)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var (sha256, text) = (document.RootElement.GetProperty("sha256").GetString()!, document.RootElement.GetProperty("entry").GetRawText());
            return DigestOf(before, text) == sha256
                ? (CanonicalJson.Read<JournalEntry>(text), sha256)
                : throw new BrokenJournalException(path, number, Changed);
        }
        catch (Exception e) when (e is InvalidDataException or KeyNotFoundException or InvalidOperationException)
        {
            throw new BrokenJournalException(path, number, Changed, e);
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
                // Only whether it can be read to its end.
            }

            return line.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string DigestOf(string before, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(before + text)));
}
