namespace RestoreDrill.Sandbox.Accounts;

/// <summary>What AssumeRole hands out.</summary>
internal sealed record SessionCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken, DateTimeOffset Expires, Principal Principal);
