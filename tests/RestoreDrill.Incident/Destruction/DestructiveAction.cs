namespace RestoreDrill.Incident.Destruction;

/// <summary>Something that would destroy, or open the way to it.</summary>
/// <param name="Name">The operation, for example <c>backup:DeleteRecoveryPoint</c>.</param>
/// <param name="What">What it is done to, in words.</param>
/// <param name="DoAsync">Does it; throws what AWS refuses with.</param>
internal sealed record DestructiveAction(string Name, string What, Func<Hands, Task> DoAsync);
