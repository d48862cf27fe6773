using RestoreDrill.Sandbox.Accounts;

namespace RestoreDrill.Sandbox.Backup;

/// <summary>The organisation as AWS Backup sees it: the sandbox's accounts are its members, and its settings lie in the management account.</summary>
internal sealed class BackupOrganisation(AccountStates states)
{
    /// <summary>The setting that opts the organisation in to copies between its accounts.</summary>
    public const string CrossAccount = "isCrossAccountBackupEnabled";

    /// <summary>The settings that there are (API reference, UpdateGlobalSettings); all are <c>false</c> at first.</summary>
    public static IReadOnlyList<string> SettingNames { get; } = [CrossAccount, "isMpaEnabled", "isDelegatedAdministratorEnabled"];

    public static string ManagementAccountId => Account.Management.Id;

    public static bool HasMember(string accountId) => Account.All.Any(account => account.Id == accountId);

    public BackupState Settings => states.Of(ManagementAccountId).Backup;

    public bool IsCrossAccountCopyEnabled => Settings.GlobalSettings.GetValueOrDefault(CrossAccount) == "true";
}
