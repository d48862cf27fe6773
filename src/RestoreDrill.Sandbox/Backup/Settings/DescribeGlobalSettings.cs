using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Settings;

/// <summary>Every member of the organisation may ask: "Returns an error if the account is not a member" (API reference). The error's text is not AWS's.</summary>
internal sealed class DescribeGlobalSettings(BackupOrganisation organisation) : IBackupOperation
{
    public string Name => nameof(DescribeGlobalSettings);

    public RestRoute Route { get; } = new("GET", "/global-settings");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        if (!organisation.HasMember(call.AccountId))
        {
            throw BackupError.InvalidRequest("The account is not a member of an organization.");
        }

        var settings = organisation.Settings;
        return BackupJson.Object(
            ("GlobalSettings", BackupOrganisation.SettingNames.ToDictionary(name => name, name => settings.GlobalSettings.GetValueOrDefault(name, "false"))),
            ("LastUpdateTime", settings.GlobalSettingsUpdatedAt));
    }
}
