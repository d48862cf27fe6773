namespace RestoreDrill.Sandbox.Clusters;

/// <summary>Why a server did not start.</summary>
public enum StartFailure
{
    /// <summary>The log gives a reason that is none of the others.</summary>
    Unknown,

    /// <summary>The parameters are wrong in themselves: unknown, out of range, a library that is missing, more memory than there is.</summary>
    Parameters,

    /// <summary>
    /// The parameters are too low for what the data directory holds: prepared transactions, logical slots, replication slots.
    /// </summary>
    ParametersTooLowForData,

    /// <summary>The data directory is damaged or belongs to another major version.</summary>
    Data,

    /// <summary>The TCP port is taken.</summary>
    PortTaken,

    /// <summary>Another server still runs on this data directory.</summary>
    InUse,

    /// <summary>It was not ready in time.</summary>
    Deadline,
}
