using System.Text.Json;
using System.Text.Json.Nodes;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Facts;

/// <summary>How far a run is with putting what is known of its copy into the store of facts. All else of the run is done. Kept in the run's state, of whatever kind the run is.</summary>
public sealed record DepositStand
{
    private const string Member = "deposits";

    /// <summary>How the run ends.</summary>
    public required RunConclusion Ending { get; init; }

    /// <summary>Since when that is so: the time of its verdict, the same however often a step is repeated.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The keys of the facts that are in the store and locked.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Whether all facts of this run are.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Earlier runs whose facts had not come into the store, and were put there by this one.</summary>
    public IReadOnlyList<RunId> For { get; init; } = [];

    /// <summary>Earlier runs whose facts could not be put by this one: the next tries again.</summary>
    public IReadOnlyList<RunId> Refused { get; init; } = [];

    /// <summary>The stand of a run; null: it has none. Only this member of the state is read: another version may have written the rest.</summary>
    public static DepositStand? Of(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var state = JsonDocument.Parse(run.State);
        return state.RootElement.TryGetProperty(Member, out var stand) ? CanonicalJson.Read<DepositStand>(stand.GetRawText()) : null;
    }

    /// <summary>A run's state with this stand.</summary>
    internal string In(string state)
    {
        var members = JsonNode.Parse(state)!.AsObject();
        members[Member] = JsonNode.Parse(CanonicalJson.Write(this));
        return members.ToJsonString(CanonicalJson.Options);
    }
}
