using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>The configuration files of one cluster. They lie beside the data directory and are written anew before each start.</summary>
internal static partial class ServerConfiguration
{
    /// <summary>Small clusters: many of them run at once, on a laptop.</summary>
    private static readonly Dictionary<string, string> Defaults = new(StringComparer.Ordinal)
    {
        ["shared_buffers"] = "16MB",
        ["max_connections"] = "60",
        ["max_wal_size"] = "64MB",
        ["min_wal_size"] = "4MB",
        ["checkpoint_timeout"] = "5min",
        ["password_encryption"] = "scram-sha-256",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["default_text_search_config"] = "pg_catalog.english",
    };

    public static async Task<string> WriteAsync(
        ClusterOptions options, IReadOnlyDictionary<string, string> parameters, int port, string socket, CancellationToken ct)
    {
        var files = new Files(options.Directory);
        await File.WriteAllTextAsync(files.Access, Access(options.Certificate is not null), ct);
        await File.WriteAllTextAsync(files.Identity, $"sandbox \"{Environment.UserName}\" {PostgresCluster.AdminUser}\n", ct);
        var extensions = options.Extensions is { } list ? await list.ApplyAsync(options.Directory, options.Binaries, ct) : new Dictionary<string, string>();
        await File.WriteAllTextAsync(files.Server, Server(options, parameters, extensions, port, socket, files), ct);
        return files.Server;
    }

    private static string Server(
        ClusterOptions options, IReadOnlyDictionary<string, string> parameters, IReadOnlyDictionary<string, string> extensions, int port, string socket,
        Files files)
    {
        var settings = new Dictionary<string, string>(Defaults, StringComparer.OrdinalIgnoreCase);
        // Never synchronous_commit=off: a commit that was confirmed has to be in the copy that is taken next.
        settings["fsync"] = options.Durable ? "on" : "off";
        foreach (var (name, value) in parameters)
        {
            if (Files.Named.Contains(name))
            {
                throw new ArgumentException($"{name} names a file or a directory, which is not a caller's to set.", nameof(parameters));
            }
            settings[name] = value;
        }
        foreach (var (name, value) in extensions)
        {
            settings[name] = value;
        }
        settings["listen_addresses"] = "127.0.0.1";
        settings["port"] = port.ToString(CultureInfo.InvariantCulture);
        settings["unix_socket_directories"] = socket;
        settings["hba_file"] = files.Access;
        settings["ident_file"] = files.Identity;
        settings["external_pid_file"] = "";
        settings["logging_collector"] = "off";
        settings["log_destination"] = "stderr";
        // What a failed start says is read from the log.
        settings["log_line_prefix"] = "%m [%p] ";
        settings["lc_messages"] = "C";
        settings["ssl"] = options.Certificate is null ? "off" : "on";
        if (options.Certificate is { } certificate)
        {
            settings["ssl_cert_file"] = certificate.CertificateFile;
            settings["ssl_key_file"] = certificate.KeyFile;
        }
        var text = new StringBuilder();
        foreach (var (name, value) in settings)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Name(name)} = '{Quote(value)}'\n");
        }
        return text.ToString();
    }

    private static string Access(bool tls) =>
        $"""
        local     all          {PostgresCluster.AdminUser}  peer map=sandbox
        local     replication  {PostgresCluster.AdminUser}  peer map=sandbox
        local     all          all  reject
        host      all          {PostgresCluster.AdminUser}  all  reject
        host      rdsadmin     all  all  reject
        {(tls ? "hostssl" : "host   ")}   all          all  127.0.0.1/32  scram-sha-256
        host      all          all  all  reject

        """;

    private static string Name(string name) => NamePattern().IsMatch(name)
        ? name
        : throw new ArgumentException($"\"{name}\" is not the name of a server parameter.", nameof(name));

    private static string Quote(string value) => value.AsSpan().ContainsAny('\n', '\r', '\0')
        ? throw new ArgumentException("The value of a server parameter is one line.", nameof(value))
        : value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_$]*(\.[A-Za-z_][A-Za-z0-9_$]*)?\z")]
    private static partial Regex NamePattern();

    private sealed record Files(string Directory)
    {
        public static readonly HashSet<string> Named = new(StringComparer.OrdinalIgnoreCase)
        {
            "data_directory", "config_file", "include", "include_dir", "include_if_exists",
        };

        public string Server => Path.Combine(Directory, "postgresql.conf");

        public string Access => Path.Combine(Directory, "pg_hba.conf");

        public string Identity => Path.Combine(Directory, "pg_ident.conf");
    }
}
