namespace RestoreDrill.Sandbox.Backup.Restores;

/// <summary>What the value of a restore's metadata has to be.</summary>
internal enum MetadataKind
{
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A JSON array of texts.</summary>
    List,

    /// <summary>Anything: AWS takes it and does nothing with it.</summary>
    Ignored,
}
