using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using RestoreDrill.Core.Installation;

namespace RestoreDrill.Host.Configuration;

/// <summary>Reads the configuration file and the environment variables above it, and checks all that can be checked without asking anybody.</summary>
internal static class ConfigurationLoader
{
    /// <summary>The one top-level section.</summary>
    public const string Root = "RestoreDrill";

    /// <summary>The configuration.</summary>
    /// <param name="file">Path of the configuration file.</param>
    /// <param name="environment">Environment variables; those that begin with <c>RestoreDrill__</c> override the file.</param>
    /// <exception cref="ConfigurationException">It cannot be used; holds every problem.</exception>
    public static Configured Load(string file, IDictionary environment) => Load(file, environment, Read);

    /// <summary>What <c>terraform-guard</c> needs of the configuration; what other verbs need may be missing.</summary>
    /// <exception cref="ConfigurationException">It cannot be used; holds every problem.</exception>
    public static GuardConfigured LoadGuard(string file, IDictionary environment) => Load(file, environment, GuardSections.Read);

    /// <summary>What <c>isolation</c> needs of the configuration; what other verbs need may be missing.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public static IsolationConfigured LoadIsolation(string file, IDictionary environment) => Load(file, environment, IsolationSections.Read);

    /// <summary>What an emergency restore needs of the configuration; the store, and files that only runs of the service need, may be missing.</summary>
    /// <exception cref="ConfigurationException">It cannot be used.</exception>
    public static RestoreConfigured LoadRestore(string file, IDictionary environment) => Load(file, environment, ReadRestore, isOfService: false);

    private static T Load<T>(string file, IDictionary environment, Func<Section, string, T?> read, bool isOfService = true)
        where T : class
    {
        var full = Path.GetFullPath(file);
        if (!File.Exists(full))
        {
            throw new ConfigurationException(full, [new ConfigurationProblem("--config", $"the file {full} does not exist; name another one with --config <file>")]);
        }

        IConfigurationRoot inFile;
        try
        {
            inFile = new ConfigurationBuilder().AddJsonFile(full, optional: false, reloadOnChange: false).Build();
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(full, [new ConfigurationProblem(Root, JsonMistake.Describe(exception))]);
        }

        var merged = new ConfigurationBuilder()
            .AddConfiguration(inFile)
            .Add(new MemoryConfigurationSource { InitialData = Overrides(environment) })
            .Build();
        var findings = new Findings();
        foreach (var other in inFile.GetChildren().Where(static section => !IsKnown(section.Key)))
        {
            findings.Add(other.Key, $"is not a section that RestoreDrill knows; everything belongs into the one section {Root}");
        }

        var root = new Section(merged.GetSection(Root), Root, findings, new ConfigurationFiles(Path.GetDirectoryName(full)!, isOfService));
        var configured = read(root, full);
        if (findings.Problems.Count > 0 || configured is null)
        {
            throw new ConfigurationException(full, findings.Problems);
        }

        return configured;
    }

    private static Configured? Read(Section root, string file)
    {
        var installation = ReadInstallation(root);
        var store = StoreSection.Read(root.Child("Store"));
        return InstallationSections.Read(root, installation) is not { } read ? null : new Configured
        {
            File = file,
            Store = store!,
            Service = read.Service,
            Source = read.Source,
            Vault = read.Vault,
            Drill = read.Drill,
            Restore = read.Restore,
            Installation = read.Options,
        };
    }

    private static RestoreConfigured? ReadRestore(Section root, string file)
    {
        root.Child("Store");
        if (!root.Has("Restore"))
        {
            root.Findings.Add(root.KeyPath("Restore"), "is missing; write who does an emergency restore and what it makes (docs/configuration.md, Restore)");
        }

        return InstallationSections.Read(root, ReadInstallation(root)) is not { Restore: { } access } read ? null : new RestoreConfigured
        {
            File = file, Options = read.Options, Access = access, Target = read.RestoreTarget,
        };
    }

    private const string InstallationForm = "2 to 16 lower-case letters and digits, beginning with a letter, for example acme";

    /// <summary>The installation's id; a finding where it is missing or cannot be used.</summary>
    public static InstallationId ReadInstallation(Section root)
    {
        InstallationId installation = default;
        if (root.RequiredText("Installation", InstallationForm) is { } id && !InstallationId.TryParse(id, out installation))
        {
            root.Findings.Add(root.KeyPath("Installation"), $"'{id}' cannot be used; write {InstallationForm}");
        }

        return installation;
    }

    private static bool IsKnown(string section) =>
        section.Equals(Root, StringComparison.OrdinalIgnoreCase) || section.Equals("$schema", StringComparison.Ordinal);

    private static Dictionary<string, string?> Overrides(IDictionary environment)
    {
        var overrides = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in environment)
        {
            var name = ((string)variable.Key).Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
            if (name.StartsWith(Root + ConfigurationPath.KeyDelimiter, StringComparison.OrdinalIgnoreCase))
            {
                overrides[name] = variable.Value as string;
            }
        }

        return overrides;
    }
}
