using System.Text.Json.Serialization;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Chain;

/// <summary>That a copy is proven no more, whatever its drills said: a copy before it and one after it both hold what it does not. Appended, never changed.</summary>
public sealed record Revocation
{
    /// <summary>The protected database's name.</summary>
    public required string Database { get; init; }

    /// <summary>The copy whose proof is revoked.</summary>
    public required string CopyName { get; init; }

    public required string CopyArn { get; init; }

    /// <summary>Its drill, whose verdict counts no more.</summary>
    public required RunId Drill { get; init; }

    /// <summary>The drill that found it.</summary>
    public required RunId FoundBy { get; init; }

    /// <summary>The later copy, of which that drill was.</summary>
    public required string LaterCopy { get; init; }

    /// <summary>The earlier copy.</summary>
    public required string EarlierCopy { get; init; }

    /// <summary>Where, by relation and blocks; the first places.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>When it was recorded, by the store's clock; not set before that.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who found what, in one clause.</summary>
    [JsonIgnore]
    public string Finding => $"drill {FoundBy} found rows that are in copy {EarlierCopy} before it and in copy {LaterCopy} after it, and not in it";

    /// <summary>The same, with the places.</summary>
    [JsonIgnore]
    public string Reason => $"{Finding}: {string.Join("; ", Places)}";

    /// <summary>One sentence.</summary>
    public override string ToString() => $"the proof of copy {CopyName} by drill {Drill} is revoked: {Reason}";
}
