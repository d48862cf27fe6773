namespace RestoreDrill.Sandbox.Accounts;

/// <summary>What an access key id stands for: its secret, whom it proves, and until when (null: no end).</summary>
internal sealed record KeyMaterial(string Secret, Principal Principal, DateTimeOffset? Expires);
