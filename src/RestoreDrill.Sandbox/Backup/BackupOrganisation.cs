using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Organizations;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>The organisation as AWS Backup sees it: its settings lie in the management account.</summary>
internal sealed class BackupOrganisation(AccountStates states, Organisation organisation)
{
    /// <summary>The setting that opts the organisation in to copies between its accounts.</summary>
    public const string CrossAccount = "isCrossAccountBackupEnabled";

    /// <summary>The settings that there are (API reference, UpdateGlobalSettings); all are <c>false</c> at first.</summary>
    public static IReadOnlyList<string> SettingNames { get; } = [CrossAccount, "isMpaEnabled", "isDelegatedAdministratorEnabled"];

    public static string ManagementAccountId => Account.Management.Id;

    public bool HasMember(string accountId) => organisation.HasMember(accountId);

    public BackupState Settings => states.Of(ManagementAccountId).Backup;

    public bool IsCrossAccountCopyEnabled => Settings.GlobalSettings.GetValueOrDefault(CrossAccount) == "true";
}
