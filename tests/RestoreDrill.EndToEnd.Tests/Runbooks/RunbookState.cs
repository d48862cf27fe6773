using RestoreDrill.EndToEnd.Tests.Runbooks.States;

namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>A state that a runbook is for, and how it is really brought about.</summary>
/// <param name="Beginning">What is there before, in accounts of its own; null where it happens in those of the state before.</param>
/// <param name="MakeAsync">Makes it.</param>
internal sealed record RunbookState(Beginning? Beginning, Func<RunbookSite, Task> MakeAsync)
{
    /// <summary>A state of accounts of its own.</summary>
    public static RunbookState From(Beginning beginning, Func<RunbookSite, Task> makeAsync) => new(beginning, makeAsync);

    /// <summary>What happens next in the accounts of the state before.</summary>
    public static RunbookState Then(Func<RunbookSite, Task> makeAsync) => new(null, makeAsync);
}
