namespace RestoreDrill.Core.Copying.Backups;

/// <summary>A copy job, as the account describes it that asked for it (DescribeCopyJob).</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">For example <c>RUNNING</c>; states that are not known survive.</param>
/// <param name="Message">AWS's words; null: none.</param>
/// <param name="PointArn">The recovery point that was made; null until there is one.</param>
/// <param name="VaultLockState">DestinationVaultLockState, <c>LOCKED</c> or <c>UNLOCKED</c>; null until the job has run.</param>
public sealed record CopyJob(string Id, string State, string? Message, string? PointArn, string? VaultLockState);
