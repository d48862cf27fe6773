using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Organizations;

/// <summary>One operation of the AWS Organizations API. Runs while the account states are held, and never waits.</summary>
internal interface IOrganizationsOperation
{
    string Name { get; }

    /// <summary>The answer as <see cref="Backup.BackupJson"/> makes it, or null for an answer without a body.</summary>
    /// <exception cref="AwsError">One of <see cref="OrganizationsError"/>; nothing was changed then.</exception>
    Dictionary<string, object>? Execute(OrganizationsCall call);
}
