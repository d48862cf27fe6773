namespace RestoreDrill.Records.Journal;

/// <summary>Another process has the journal open; nothing was done.</summary>
public sealed class JournalInUseException(string path, Exception inner) : Exception(
    $"Another process has the journal {path} open: it is at work on this restore now. Nothing was done. Let it finish, or end it first.", inner);
