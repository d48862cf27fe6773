using System.Text.Json;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Refusals;
using RestoreDrill.Core.Restoring;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Restoring;

/// <summary>Plans of emergency restores, in files. Beside each lies the journal of the run that carries it out.</summary>
internal static class PlanFiles
{
    /// <summary>Where the journal of a plan's run is.</summary>
    public static string JournalOf(string file) => file + ".journal";

    /// <summary>Whether a file is a plan, be it whole or changed, and not the journal of one.</summary>
    public static bool IsPlan(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("plan", out _);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>A file that a plan can be written into: it is not there, and its directory is.</summary>
    /// <exception cref="UsageException">It is not so.</exception>
    public static void RequireNew(string file)
    {
        if (File.Exists(file) || File.Exists(JournalOf(file)))
        {
            throw new UsageException($"There is a file {(File.Exists(file) ? file : JournalOf(file))} already.", "It may be of a restore that was begun: name another with --file.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(file)) is not { } directory || !Directory.Exists(directory))
        {
            throw new UsageException($"There is no directory for {file}.", "Make it, or name another file with --file.");
        }

        RequireWritable(file);
    }

    /// <summary>Looks whether files can be made where a file lies, before anybody is asked anything.</summary>
    /// <exception cref="UsageException">They cannot.</exception>
    public static void RequireWritable(string file, string next = "Nothing was changed. Name another file with --file, or give the command in another directory.")
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(file))!;
        try
        {
            using var probe = new FileStream(Path.Combine(directory, $".restoredrill-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"No file can be made in {directory}: {e.Message}", next);
        }
    }

    /// <exception cref="UsageException">The disk does not take it.</exception>
    public static void Write(string file, RestorePlan plan)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(RestorePlanFile.Write(plan));
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The plan cannot be written: {e.Message}", "Nothing was changed. Name another file with --file.");
        }
    }

    /// <summary>Reads a plan of this installation.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    /// <exception cref="RefusedException">It is none, was changed since it was made, or is of another installation.</exception>
    public static RestorePlan Read(string file, InstallationOptions options)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The plan {file} cannot be read: {e.Message}", "Make one: restoredrill restore plan <database>.");
        }

        var plan = RestorePlanFile.Read(text, file);
        var account = plan.CopyBack is null ? options.Vault.AccountId : options.Restore?.Account?.AccountId;
        if (plan.Installation != options.Installation || plan.Account != account)
        {
            throw new RefusedException(
                [$"{file} is a plan of installation {plan.Installation} in account {plan.Account}; the configuration is of {options.Installation}, {account ?? "and names no account to restore into but the vault's"}. Nothing was changed."],
                safetyRule: true,
                next: "name the configuration with --config");
        }

        return plan;
    }
}
