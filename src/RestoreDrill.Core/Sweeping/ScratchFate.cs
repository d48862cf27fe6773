using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Sweeping;

/// <summary>What is to become of a scratch instance, and why.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reason">Why, in a word: the same instance is reported once for each reason.</param>
/// <param name="Message">What is recorded.</param>
/// <param name="Drill">The drill it is named after; null: its name is none that this installation gives.</param>
/// <param name="Run">That drill's run; null: the store does not know it.</param>
internal sealed record ScratchFate(ScratchFateKind Kind, string Reason, string Message, RunId? Drill = null, Run? Run = null)
{
    public static ScratchFate Untouched { get; } = new(ScratchFateKind.Untouched, string.Empty, string.Empty);
}
