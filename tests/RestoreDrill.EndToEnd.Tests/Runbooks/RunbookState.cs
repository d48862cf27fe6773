namespace RestoreDrill.EndToEnd.Tests.Runbooks;

/// <summary>A state that a runbook is for, and how it is really brought about.</summary>
/// <param name="Options">The accounts that it begins with; null where it happens in those of the state before.</param>
/// <param name="MakeAsync">Makes it.</param>
internal sealed record RunbookState(SandboxOptions? Options, Func<RunbookSite, Task> MakeAsync)
{
    /// <summary>A state of accounts of its own.</summary>
    public static RunbookState New(Func<RunbookSite, Task> makeAsync) => new(new SandboxOptions { Installations = [] }, makeAsync);

    /// <summary>What happens next in the accounts of the state before.</summary>
    public static RunbookState Then(Func<RunbookSite, Task> makeAsync) => new(null, makeAsync);
}
