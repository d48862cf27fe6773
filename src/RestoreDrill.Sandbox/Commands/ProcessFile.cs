using System.Globalization;

namespace RestoreDrill.Sandbox.Commands;

/// <summary>A file in the state directory that names the process which holds it, for <c>make clean</c>; gone with the process.</summary>
internal sealed class ProcessFile : IDisposable
{
    private readonly string path;
    private readonly FileStream held;

    private ProcessFile(string path, FileStream held) => (this.path, this.held) = (path, held);

    /// <exception cref="InvalidOperationException">Another process holds it.</exception>
    public static ProcessFile Take(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        FileStream file;
        try
        {
            // On Unix only FileShare.None locks a file that is written; a shell can read it all the same.
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new InvalidOperationException($"Another process already works on {Path.GetDirectoryName(path)}: see {path}. Stop it first (make clean).", busy);
        }

        file.SetLength(0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"));
        file.Flush();
        return new ProcessFile(path, file);
    }

    public void Dispose()
    {
        File.Delete(path);
        held.Dispose();
    }
}
