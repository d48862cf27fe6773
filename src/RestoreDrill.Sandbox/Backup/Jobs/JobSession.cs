using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Backup.Jobs;

/// <summary>AWS Backup at work in a role.</summary>
internal static class JobSession
{
    private const string Name = "AWSBackup";

    public static Principal Of(Role role) => role.Session(Name);

    /// <summary>What it does, as a call that policies can be asked about.</summary>
    public static AwsCall Call(Principal principal, string region) =>
        new(Guid.NewGuid().ToString(), "backup", region, "StartCopyJob", principal, new CallParameters(new Dictionary<string, string>()));
}
