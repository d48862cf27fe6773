namespace RestoreDrill.Sandbox.Backup.LegalHolds;

/// <summary>A legal hold as AWS Backup answers it.</summary>
internal static class LegalHoldJson
{
    /// <summary>As a list has it.</summary>
    public static Dictionary<string, object> Summary(LegalHold hold) => BackupJson.Object(
        ("Title", hold.Title),
        ("Status", hold.Status),
        ("Description", hold.Description),
        ("LegalHoldId", hold.Id),
        ("LegalHoldArn", hold.Arn),
        ("CreationDate", hold.CreatedAt),
        ("CancellationDate", hold.CancelledAt));

    public static Dictionary<string, object> Render(LegalHold hold)
    {
        var json = Summary(hold);
        foreach (var (name, value) in BackupJson.Object(
            ("CancelDescription", hold.CancelDescription),
            ("RetainRecordUntil", hold.RetainRecordUntil),
            ("RecoveryPointSelection", hold.Selection?.Render())))
        {
            json.Add(name, value);
        }

        return json;
    }
}
