namespace RestoreDrill.Sandbox.Accounts;

/// <summary>The long-lived keys of one account; they may do everything in it.</summary>
public sealed record AccountKeys(Account Account, string AccessKeyId, string SecretAccessKey);
