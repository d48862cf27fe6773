namespace RestoreDrill.Core.Terraform;

/// <summary>What an id of a state is the id of, in the order in which AWS is asked: an older role may not look at every vault, and a refusal ends the asking.</summary>
public enum StateIdKind
{
    Instance,
    Snapshot,
    Key,
    Vault,
}
