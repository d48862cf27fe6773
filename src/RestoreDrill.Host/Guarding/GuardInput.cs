using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Guarding;

/// <summary>Where the document comes from.</summary>
internal static class GuardInput
{
    /// <summary>Standard input.</summary>
    public const string Standard = "-";

    /// <exception cref="UsageException">There is no such file, or nothing on standard input.</exception>
    public static Stream Open(string file, Surroundings surroundings)
    {
        if (file != Standard)
        {
            return OpenFile(file);
        }

        return surroundings.InIsTerminal
            ? throw new UsageException("No document was given.", "Name a file, or hand one in: `terraform show -json plan.tfplan | restoredrill terraform-guard`.")
            : surroundings.OpenIn();
    }

    private static FileStream OpenFile(string file)
    {
        try
        {
            // JsonFeed reads in large pieces itself.
            return new FileStream(file, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UsageException(
                File.Exists(file) ? $"{file} cannot be read: {e.Message}" : $"There is no file {Path.GetFullPath(file)}.",
                "Name a state file or the output of `terraform show -json <plan file>`. Without a document, nothing may be applied.");
        }
    }
}
