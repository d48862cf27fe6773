namespace RestoreDrill.Core.Manifests;

/// <summary>The kinds of <see cref="CatalogItem"/> that mean something to a comparison; all others are compared as they are.</summary>
public static class CatalogKinds
{
    /// <summary>A database of the instance, named by itself.</summary>
    public const string Database = "database";

    /// <summary>A role, named by itself.</summary>
    public const string Role = "role";

    /// <summary>A role's being a member of another, named <c>role to member</c>.</summary>
    public const string Membership = "membership";

    /// <summary>A setting of a role, a database or a role in a database, named <c>role in database: setting</c>, where <c>*</c> is every one.</summary>
    public const string Setting = "setting";

    /// <summary>What a sequence has given out. Its value is a <see cref="SequenceStand"/>.</summary>
    public const string SequenceStand = "sequence-stand";

    /// <summary>An index, named <c>schema.index</c>.</summary>
    public const string Index = "index";

    /// <summary>A constraint, named <c>schema.relation.constraint</c>.</summary>
    public const string Constraint = "constraint";

    /// <summary>The kinds of relations that have columns, named <c>schema.relation</c>: the names of their parts begin with theirs.</summary>
    public static readonly IReadOnlySet<string> Relations = new HashSet<string> { "table", "foreign-table", "view", "materialized-view" };

    /// <summary>A materialised view's being populated, named <c>schema.view</c>.</summary>
    public const string Populated = "populated";
}
