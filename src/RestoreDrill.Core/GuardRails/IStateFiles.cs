namespace RestoreDrill.Core.GuardRails;

/// <summary>Files of this machine that hold Terraform states.</summary>
public interface IStateFiles
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    Stream Open(string path);
}
