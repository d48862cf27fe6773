using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Evidence;

/// <summary>The immutable record of a finished run.</summary>
/// <param name="Run">The run.</param>
/// <param name="Document">The record, canonical JSON.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the document's UTF-8 bytes.</param>
public sealed record EvidenceRecord(RunId Run, string Document, string Sha256);
