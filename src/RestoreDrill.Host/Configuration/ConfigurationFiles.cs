namespace RestoreDrill.Host.Configuration;

/// <summary>Finds files that the configuration names. Relative paths are relative to the configuration file, not to the current directory.</summary>
/// <param name="directory">The configuration file's directory.</param>
/// <param name="isOfService">Whether this is a machine that runs drills, on which all files have to be; an emergency restore may be anywhere.</param>
internal sealed class ConfigurationFiles(string directory, bool isOfService = true)
{
    public string Resolve(string path) => Path.GetFullPath(path, directory);

    /// <summary>The full path and the file's text; a finding and null where it cannot be read.</summary>
    public string? Read(Section section, string key, string path)
    {
        try
        {
            return File.ReadAllText(Resolve(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            section.Findings.Add(section.KeyPath(key), Missing(path, exception));
            return null;
        }
    }

    /// <summary>The full path of a file that only runs of the service need; a finding and null where it cannot be read on a machine that has to have it.</summary>
    public string? OfService(Section section, string key, string path) => !isOfService || Read(section, key, path) is not null ? Resolve(path) : null;

    private string Missing(string path, Exception exception)
    {
        var full = Resolve(path);
        var what = File.Exists(full) ? $"the file {full} cannot be read ({exception.Message})" : $"the file {full} does not exist";
        return path.Contains(".sandbox", StringComparison.Ordinal)
            ? $"{what}; it belongs to the sandbox: start it with `make sandbox`"
            : $"{what}; write the path of an existing file, relative to the configuration file or absolute";
    }
}
