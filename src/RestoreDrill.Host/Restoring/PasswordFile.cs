using System.Globalization;
using RestoreDrill.Core.Reading;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Restoring;

/// <summary>
/// A password file as PostgreSQL's own programs read it (PGPASSFILE; PostgreSQL documentation, "The Password File"), readable by its owner alone. Lines of other instances stay as they are.
/// </summary>
internal sealed class PasswordFile : IPasswordDestination
{
    private readonly string path;

    private PasswordFile(string path) => this.path = path;

    /// <summary>A file that a password can be put into, as far as can be seen before one is.</summary>
    /// <exception cref="UsageException">Its directory is not there.</exception>
    public static PasswordFile Require(string path) => Directory.Exists(Path.GetDirectoryName(path))
        ? new PasswordFile(path)
        : throw new UsageException($"The master password is to go to {path} (RestoreDrill:Restore:PasswordFile), whose directory is not there.", "Nothing was begun. Make the directory, or leave PasswordFile out: the password is shown on the terminal then.");

    public string Words => $"file {path}";

    public async Task DeliverAsync(string instance, InstanceLogin login, CancellationToken cancellationToken)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{login.Host}:{login.Port}:*:{login.User}:");
        var others = File.Exists(path) ? (await File.ReadAllLinesAsync(path, cancellationToken)).Where(line => !line.StartsWith(place, StringComparison.Ordinal)) : [];
        var made = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // One that a process left that died is made anew: it may have been anybody's.
            File.Delete(made);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var file = new FileStream(made, options))
        {
            await using var writer = new StreamWriter(file, leaveOpen: true);
            foreach (var line in others.Append(place + login.Password!.Reveal()))
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            }

            await writer.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(made, path, overwrite: true);
    }
}
