namespace RestoreDrill.Core.Terraform;

/// <summary>What an id of a state is the id of.</summary>
public enum StateIdKind
{
    Instance,
    Snapshot,
}
