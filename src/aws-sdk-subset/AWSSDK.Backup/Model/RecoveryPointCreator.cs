namespace Amazon.Backup.Model;

/// <summary>The backup plan and the rule that made a job or a recovery point; of one made by hand all members are null.</summary>
public partial class RecoveryPointCreator
{
    public string BackupPlanId { get; set; }

    public string BackupPlanArn { get; set; }

    public string BackupPlanName { get; set; }

    public string BackupPlanVersion { get; set; }

    public string BackupRuleId { get; set; }

    public string BackupRuleName { get; set; }

    public string BackupRuleCron { get; set; }

    public string BackupRuleTimezone { get; set; }
}
