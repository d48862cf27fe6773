using System.Text.Json.Serialization;
using RestoreDrill.Core.Reading;

namespace RestoreDrill.Core.SelfTests;

/// <summary>The object that a fault is done to. Holds names, never SQL: the statement is made anew from them by whoever carries it out.</summary>
public sealed record FaultTarget
{
    public required Fault Fault { get; init; }

    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>The schema, unquoted.</summary>
    public required string Schema { get; init; }

    /// <summary>The relation that the fault is done to or on, unquoted.</summary>
    public required string Relation { get; init; }

    /// <summary>What of the relation, unquoted: a column, a constraint, a trigger, a policy, a privilege; null: the relation itself.</summary>
    public string? Part { get; init; }

    /// <summary>From whom a privilege is revoked; empty: from everybody. Null for every other fault.</summary>
    public string? Grantee { get; init; }

    /// <summary>The kind of the <see cref="Manifests.CatalogItem"/> that has to differ; null for a fault that changes rows.</summary>
    public string? ItemKind { get; init; }

    /// <summary>Its name as PostgreSQL quotes it; null for a fault that changes rows.</summary>
    public string? ItemName { get; init; }

    /// <summary>Whether a sequence that is set back would give out a value that its column has.</summary>
    public bool FeedsColumn { get; init; }

    [JsonIgnore]
    public RelationName Name => new(Database, Schema, Relation);

    /// <summary>The object in words.</summary>
    public override string ToString() => (ItemName is null ? Name.ToString() : $"{Database}.{ItemName}")
        + (Part is null || ItemName?.EndsWith(Part, StringComparison.Ordinal) is true ? string.Empty : $" ({Part}{(Grantee is null ? string.Empty : $" from {(Grantee.Length == 0 ? "PUBLIC" : Grantee)}")})");
}
