using RestoreDrill.Core.Runs;

namespace RestoreDrill.Records.Journal;

/// <summary>The first line of a journal.</summary>
/// <param name="Form"><see cref="JournalEntry.Form"/>.</param>
/// <param name="Run">The run.</param>
internal sealed record JournalOpening(string Form, NewRun Run);
