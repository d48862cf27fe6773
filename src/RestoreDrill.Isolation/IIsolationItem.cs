namespace RestoreDrill.Isolation;

/// <summary>
/// One part of the isolation. Looking changes nothing. Making brings it from <see cref="ItemState.ToDo"/> to <see cref="ItemState.Done"/>, may be repeated after it was
/// interrupted anywhere, and takes away nothing that protects: what it finds it adds to. Both throw <see cref="Core.Cloud.CloudException"/> when AWS refuses.
/// </summary>
internal interface IIsolationItem
{
    /// <summary>Lower-case letters and hyphens; unique.</summary>
    string Id { get; }

    /// <summary>In which account it is: <c>management</c>, <c>vault</c> or <c>source</c>.</summary>
    string Account { get; }

    /// <summary>What is so when it is done.</summary>
    string Says { get; }

    /// <summary>What cannot be undone about it; null: everything can.</summary>
    string? Irreversible => null;

    Task<ItemLook> LookAsync(CancellationToken cancellationToken);

    Task MakeAsync(CancellationToken cancellationToken);
}
