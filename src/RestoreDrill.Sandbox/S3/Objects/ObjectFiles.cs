using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.S3.Objects;

/// <summary>
/// The contents of objects, one file for each version. A file is written before the state that names it and removed after the state that does not any more, so
/// that a sandbox killed in between leaves at most a file that nobody names; those are removed at the next start.
/// </summary>
internal sealed class ObjectFiles
{
    private readonly StateDirectory directory;

    public ObjectFiles(AccountStates states, StateDirectory directory)
    {
        this.directory = directory;
        Directory.CreateDirectory(directory.Objects);
        var named = states.All.SelectMany(state => state.S3.Buckets).SelectMany(bucket => bucket.Versions)
            .Select(version => version.Content?.StorageId).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(directory.Objects).Where(file => !named.Contains(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }

    /// <summary>A new file, that only its owner reads.</summary>
    public FileStream Create(string storageId) => new(PathOf(storageId), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Options = FileOptions.Asynchronous,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    /// <summary>A content as it is now: it can be read to its end even if it is removed meanwhile.</summary>
    public FileStream Open(string storageId) =>
        new(PathOf(storageId), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, FileOptions.Asynchronous);

    public void Remove(string storageId) => File.Delete(PathOf(storageId));

    private string PathOf(string storageId) => Path.Combine(directory.Objects, storageId);
}
