using System.Text.Json.Serialization;

namespace RestoreDrill.Sandbox.Control;

/// <summary>Ways in which a snapshot's content can be spoilt.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SnapshotFault>))]
public enum SnapshotFault
{
    /// <summary>One row of a table is gone.</summary>
    DeleteRow,

    /// <summary>All rows of a table are gone; the table stays.</summary>
    TruncateTable,

    /// <summary>Two rows have exchanged the values of one column: every count and sum is as before.</summary>
    SwapValues,

    /// <summary>One bit of a table's file is flipped; its checksum says so.</summary>
    HeapBitFlip,

    /// <summary>A table's file is missing.</summary>
    RemoveFile,

    /// <summary>The server cannot start on it: a restore ends in <c>incompatible-restore</c>.</summary>
    RemoveControlFile,
}
