using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Settings;

/// <summary>
/// Changes settings of the organisation: "Returns an error if the account is not an Organizations management account" (API reference). The error's text is
/// not AWS's.
/// </summary>
internal sealed class UpdateGlobalSettings(SandboxClock clock) : IBackupOperation
{
    public string Name => nameof(UpdateGlobalSettings);

    public RestRoute Route { get; } = new("PUT", "/global-settings");

    public Dictionary<string, object>? Execute(BackupCall call)
    {
        if (call.AccountId != BackupOrganisation.ManagementAccountId)
        {
            throw BackupError.InvalidRequest("Only the management account of the organization can update its global settings.");
        }

        var asked = call.Parameters.Map("GlobalSettings") ?? throw BackupError.MissingParameterValue("GlobalSettings");
        foreach (var (name, value) in asked)
        {
            if (!BackupOrganisation.SettingNames.Contains(name) || value is not ("true" or "false"))
            {
                throw BackupError.InvalidParameterValue($"Invalid global setting: {name}={value}.");
            }
        }

        var settings = call.State.Backup;
        foreach (var (name, value) in asked)
        {
            settings.GlobalSettings[name] = value;
        }

        settings.GlobalSettingsUpdatedAt = clock.GetUtcNow();
        return null;
    }
}
