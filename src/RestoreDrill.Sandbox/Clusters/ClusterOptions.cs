using RestoreDrill.Sandbox.Certificates;

namespace RestoreDrill.Sandbox.Clusters;

/// <summary>How a cluster is made and run.</summary>
public sealed record ClusterOptions
{
    /// <summary>The cluster's own directory: data, configuration and log lie below it.</summary>
    public required string Directory { get; init; }

    /// <summary>The server programs that make and run it; those of <see cref="PostgresBinaries.Locate"/> unless set.</summary>
    public PostgresBinaries? Binaries { get; init; }

    /// <summary>The certificate that it shows. Without one the cluster takes plain TCP connections (from 127.0.0.1, with a password).</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>The TCP port to prefer; otherwise the one it had, or a free one.</summary>
    public int? Port { get; init; }

    /// <summary>
    /// Server parameters by name, as a DB parameter group holds them, in PostgreSQL's own units. Addresses, files, TLS and logging are not the caller's to set.
    /// </summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a new cluster's pages have checksums, as those of RDS have.</summary>
    public bool DataChecksums { get; init; } = true;

    /// <summary>The extensions that users who are not superusers may create; null for PostgreSQL's own rule.</summary>
    public ExtensionList? Extensions { get; init; }

    /// <summary>Whether commits survive a crash of the machine (<c>fsync</c>). A crash of the server alone loses nothing either way.</summary>
    public bool Durable { get; init; }

    /// <summary>How long a start may take, crash recovery included.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a start waits for the server of a process that was killed to leave the data; no longer than <see cref="StartDeadline"/>.</summary>
    internal TimeSpan LeavingDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Removes <see cref="RemovedWithUs"/> when this process dies without stopping the cluster.</summary>
    internal string? RemovedWithUs { get; init; }

    internal TimeProvider Time { get; init; } = TimeProvider.System;
}
