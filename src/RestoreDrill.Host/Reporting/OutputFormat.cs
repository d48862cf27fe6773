namespace RestoreDrill.Host.Reporting;

/// <summary>Whom the output is for.</summary>
internal enum OutputFormat
{
    /// <summary>A person: tables on a terminal, plain lines elsewhere.</summary>
    Text,

    /// <summary>A machine: one JSON document on standard output.</summary>
    Json,
}
