namespace RestoreDrill.Records.Tests.Journal;

/// <summary>A directory for one journal, removed at the end.</summary>
internal sealed class JournalPlace : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("restoredrill-journal-");

    public string File => Path.Combine(_directory.FullName, "restore.journal");

    public void Dispose() => _directory.Delete(recursive: true);
}
