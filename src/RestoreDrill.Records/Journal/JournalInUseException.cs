using System.Globalization;

namespace RestoreDrill.Records.Journal;

/// <summary>Another process has the journal open; nothing was done.</summary>
/// <param name="path">The file.</param>
/// <param name="last">Who took the run over last, with when; null: nobody has yet, or it cannot be read.</param>
/// <param name="inner">What told of it.</param>
public sealed class JournalInUseException(string path, JournalOwner? last, Exception inner) : Exception(
    $"Another process has the journal {path} open: it is at work on this restore now.{Words(last)} Nothing was done. Let it finish, or end it first.", inner)
{
    private static string Words(JournalOwner? last) => last is null
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" The last to take it over was process {last.Process} on {last.Machine}, at {last.Since.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.");
}
