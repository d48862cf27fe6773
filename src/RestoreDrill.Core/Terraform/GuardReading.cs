namespace RestoreDrill.Core.Terraform;

/// <summary>What was found in a document.</summary>
public sealed record GuardReading
{
    public required TerraformSubject Subject { get; init; }

    public required GuardCounts Counts { get; init; }

    /// <summary>Reasons to refuse, in the order in which they were found.</summary>
    public required IReadOnlyList<GuardRefusal> Refusals { get; init; }

    /// <summary>How many more there are that are not listed.</summary>
    public required int RefusalsLeftOut { get; init; }

    public required IReadOnlyList<GuardNote> Notes { get; init; }

    /// <summary>How many more there are that are not listed.</summary>
    public required int NotesLeftOut { get; init; }

    /// <summary>The ids that AWS can be asked about, protected ones first.</summary>
    public required IReadOnlyList<StateId> Ids { get; init; }

    /// <summary>How many more ids there are that nobody is asked about: beyond the most that are kept.</summary>
    public required int IdsLeftOut { get; init; }

    /// <summary>How many ids are of another account or region than the databases': nobody is asked about them.</summary>
    public required int IdsElsewhere { get; init; }

    /// <summary>Protected databases that the plan would create: the ones that exist are lost by the state.</summary>
    public required IReadOnlyList<StateId> Creations { get; init; }

    public bool IsRefused => Refusals.Count > 0;
}
