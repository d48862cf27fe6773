using RestoreDrill.Core.GuardRails;

namespace RestoreDrill.Host.GuardRails;

/// <summary>Terraform states among this machine's files.</summary>
internal sealed class StateFiles : IStateFiles
{
    public Stream Open(string path) => Directory.Exists(path)
        ? throw new IOException("it is a directory; a state is one file")
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16, useAsync: true);
}
