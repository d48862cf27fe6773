using System.Text.Json.Serialization;

namespace RestoreDrill.Core.Protection;

/// <summary>A question of the user's own, put to every restored copy: SQL that gives one row with one column, and what is expected of it.</summary>
public sealed record UserCheck
{
    public required string Name { get; init; }

    /// <summary>The id of its result: <c>user:</c> and the name.</summary>
    [JsonIgnore]
    public string Id => $"user:{Name}";

    /// <summary>The database of the instance that is asked.</summary>
    public required string Database { get; init; }

    /// <summary>A query; it runs read only.</summary>
    public required string Sql { get; init; }

    public required Expectation Expect { get; init; }

    /// <summary>What an unexpected answer means; <see cref="CheckLevel.Fail"/> unless set.</summary>
    public CheckLevel Level { get; init; }

    /// <summary>How long it may take; 1 minute unless set.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);
}
