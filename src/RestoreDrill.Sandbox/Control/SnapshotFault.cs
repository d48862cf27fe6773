using System.Text.Json.Serialization;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.Sandbox.Control;

/// <summary>A way in which a snapshot can be spoilt. They are known by name, in any case: <c>swapValues</c>.</summary>
[JsonConverter(typeof(SnapshotFaultConverter))]
public sealed class SnapshotFault
{
    internal SnapshotFault(string name, string summary, Func<FaultScene, CancellationToken, Task<string>> strike) =>
        (Name, Summary, StrikeAsync) = (name, summary, strike);

    /// <summary>Every fault there is.</summary>
    public static IReadOnlyList<SnapshotFault> All { get; } =
        [.. RowFaults.All, .. HeapFaults.All, .. IndexFaults.All, .. ToastFaults.All, .. StaleFaults.All, .. ServerFaults.All, .. ObjectFaults.All, .. RightFaults.All, .. StandFaults.All];

    public string Name { get; }

    /// <summary>What it does, and to what.</summary>
    public string Summary { get; }

    /// <summary>Does it; says in a sentence what was done.</summary>
    internal Func<FaultScene, CancellationToken, Task<string>> StrikeAsync { get; }

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static SnapshotFault Named(string name) =>
        All.FirstOrDefault(fault => string.Equals(fault.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no fault '{name}'; there are {string.Join(", ", All.Select(static fault => fault.Name))}.");

    public override string ToString() => Name;
}
