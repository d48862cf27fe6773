using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace RestoreDrill.Records.Journal;

/// <summary>A process that took a journal's run over.</summary>
/// <param name="Machine">Its machine's name.</param>
/// <param name="Process">Its id there.</param>
/// <param name="Since">When, by its clock.</param>
public sealed record JournalOwner(string Machine, string Process, DateTimeOffset Since)
{
    /// <summary>The last of them in a file that somebody else has open; null: there is none, or it cannot be read now.</summary>
    internal static JournalOwner? LastIn(string path)
    {
        try
        {
            var leases = JournalLines.Read(path, ReadLocked(path)).Entries.Where(static entry => entry.Leased is not null);
            return leases.LastOrDefault() is { Leased: { } lease, At: var at } && lease.Owner.Split(':') is [.. var machine, var process, _]
                ? new JournalOwner(string.Join(':', machine), process, at)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BrokenJournalException)
        {
            return null;
        }
    }

    /// <summary>What a file holds that is locked: the lock is one that asks for consent (flock(2)), which .NET asks for whatever a file is opened for.</summary>
    private static byte[] ReadLocked(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        const int readOnly = 0;
        using var handle = new SafeFileHandle(Open(path, readOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            return [];
        }

        var content = new byte[RandomAccess.GetLength(handle)];
        var read = RandomAccess.Read(handle, content, 0);
        return content[..read];
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
