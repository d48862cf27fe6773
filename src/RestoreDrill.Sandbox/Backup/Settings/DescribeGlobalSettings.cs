using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Settings;

/// <summary>Every member of the organisation may ask.</summary>
internal sealed class DescribeGlobalSettings(BackupOrganisation organisation) : IBackupOperation
{
    public string Name => nameof(DescribeGlobalSettings);

    public RestRoute Route { get; } = new("GET", "/global-settings");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        var settings = organisation.Settings;
        return BackupJson.Object(
            ("GlobalSettings", BackupOrganisation.SettingNames.ToDictionary(name => name, name => settings.GlobalSettings.GetValueOrDefault(name, "false"))),
            ("LastUpdateTime", settings.GlobalSettingsUpdatedAt));
    }
}
