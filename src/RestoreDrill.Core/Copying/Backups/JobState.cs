namespace RestoreDrill.Core.Copying.Backups;

/// <summary>The states of backup and copy jobs (API reference, DescribeBackupJob and DescribeCopyJob): one that is not known fails loudly.</summary>
internal enum JobState
{
    OnItsWay,
    Completed,

    /// <summary>Failed, for a reason that may pass: the order can be sent again with another token.</summary>
    MayBeAskedAgain,
}
