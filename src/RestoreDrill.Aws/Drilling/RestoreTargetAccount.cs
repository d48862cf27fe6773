using RestoreDrill.Aws.Access;

namespace RestoreDrill.Aws.Drilling;

/// <summary>Another account than the vault's that an emergency restore restores into, in the role <c>restoredrill-restore-target</c>.</summary>
public sealed class RestoreTargetAccount : RestoringAccount
{
    internal RestoreTargetAccount(AccountSession session)
        : base(session)
    {
    }
}
