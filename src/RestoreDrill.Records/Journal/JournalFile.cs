using Microsoft.Win32.SafeHandles;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Records.Journal;

/// <summary>The file of a journal: locked while it is open, appended to line by line, each on the disk before anybody is told.</summary>
internal sealed class JournalFile : IDisposable
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly Action<SafeFileHandle> _flush;
    private long _length;
    private string _sha256;
    private bool _hasRest;

    private JournalFile(string path, FileStream stream, Action<SafeFileHandle> flush, long length, string sha256) =>
        (_path, _stream, _flush, _length, _sha256) = (path, stream, flush, length, sha256);

    private SafeFileHandle Handle => _stream.SafeFileHandle;

    /// <summary>Makes the file with its first line, readable by its owner alone.</summary>
    /// <exception cref="IOException">There is something else in it, or it cannot be made.</exception>
    /// <exception cref="JournalInUseException">Another process has it open.</exception>
    public static (JournalFile File, IReadOnlyList<JournalEntry> Entries) Create(string path, JournalEntry first, Action<SafeFileHandle> flush)
    {
        var stream = Lock(path, FileMode.OpenOrCreate);
        try
        {
            if (!JournalLines.IsUnbegun(ReadAll(stream.SafeFileHandle)))
            {
                throw new IOException($"{path} is there already, and holds something. Nothing was written to it.");
            }

            KeepToOwner(stream.SafeFileHandle);
            RandomAccess.SetLength(stream.SafeFileHandle, 0);
            var file = new JournalFile(path, stream, flush, 0, JournalLines.NoDigest);
            var written = file.Append(first);
            DirectoryEntries.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return (file, [written]);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file; a last line that was not written to its end is cut off.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="JournalInUseException">Another process has it open.</exception>
    /// <exception cref="BrokenJournalException">It is not what was written.</exception>
    public static (JournalFile File, IReadOnlyList<JournalEntry> Entries) Open(string path, Action<SafeFileHandle> flush)
    {
        var stream = Lock(path, FileMode.Open);
        try
        {
            var content = ReadAll(stream.SafeFileHandle);
            var (entries, sha256, length) = JournalLines.Read(path, content);
            if (length > 0 && length < content.Length)
            {
                RandomAccess.SetLength(stream.SafeFileHandle, length);
                flush(stream.SafeFileHandle);
            }

            return (new JournalFile(path, stream, flush, length, sha256), entries);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>What the file holds, without changing it.</summary>
    /// <exception cref="JournalInUseException">Another process has it open.</exception>
    public static byte[] ReadAll(string path)
    {
        using var handle = Unless(path, () => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        return ReadAll(handle);
    }

    /// <summary>Appends a line. It is on the disk when this returns, or nothing of it is in the file.</summary>
    /// <returns>The entry as it will be read back.</returns>
    /// <exception cref="StoreUnavailableException">The disk is full or does not take it.</exception>
    public JournalEntry Append(JournalEntry entry)
    {
        var (line, sha256, written) = JournalLines.Write(_sha256, entry);
        try
        {
            if (_hasRest)
            {
                RandomAccess.SetLength(Handle, _length);
            }

            _hasRest = true;
            RandomAccess.Write(Handle, line, _length);
            _flush(Handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TakeBack();
            throw new StoreUnavailableException(
                $"The journal {_path} does not take another line: {e.Message.TrimEnd('.')}. Nothing of this step was saved, and all that was saved before is safe. Make room on its disk, or mend it; then give the "
                + "same command again: it goes on where it stopped.",
                e);
        }

        (_length, _sha256, _hasRest) = (_length + line.Length, sha256, false);
        return written;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Where that fails too, the rest is cut off before the next line, or when the file is opened.</summary>
    private void TakeBack()
    {
        try
        {
            RandomAccess.SetLength(Handle, _length);
            _hasRest = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _hasRest = true;
        }
    }

    private static FileStream Lock(string path, FileMode mode) => Unless(path, () =>
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerAlone;
        }

        return new FileStream(path, options);
    });

    /// <summary>An empty file that was there already has the mode that somebody else gave it.</summary>
    private static void KeepToOwner(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(handle, OwnerAlone);
        }
    }

    /// <summary>Opens a file, unless another process has it open.</summary>
    private static T Unless<T>(string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (IOException e) when (IsLocked(e.HResult))
        {
            throw new JournalInUseException(path, JournalOwner.LastIn(path), e);
        }
    }

    /// <summary>EWOULDBLOCK of Linux and of the BSDs, ERROR_SHARING_VIOLATION of Windows: what .NET reports of a file that is locked.</summary>
    private static bool IsLocked(int error) => error is 11 or 35 or unchecked((int)0x80070020);

    private static byte[] ReadAll(SafeFileHandle handle)
    {
        var content = new byte[RandomAccess.GetLength(handle)];
        var read = 0;
        while (read < content.Length && RandomAccess.Read(handle, content.AsSpan(read), read) is > 0 and var more)
        {
            read += more;
        }

        return content[..read];
    }
}
