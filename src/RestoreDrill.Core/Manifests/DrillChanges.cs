namespace RestoreDrill.Core.Manifests;

/// <summary>
/// What differs in a restored instance because of the drill or of AWS, by name: no difference of the copy's. A new master password set through
/// ModifyDBInstance also restores the master user's attributes and its membership of <c>rds_superuser</c> (Amazon RDS User Guide, "Master user account
/// privileges"); the drill may grant the master user <c>pg_read_all_data</c>; AWS's own roles and database belong to its version of the engine.
/// </summary>
/// <param name="masterUser">The master user's name, as configured.</param>
public sealed class DrillChanges(string masterUser)
{
    private static readonly string[] AwsRoles = ["rdsadmin", "rdsrepladmin", "rdstopmgr", "rdsproxyadmin", "rdswriteforwarduser"];
    private static readonly string[] GrantedToMaster = ["rds_superuser", "pg_read_all_data"];

    /// <summary>Whether the item is one of them.</summary>
    public bool Covers(string kind, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return kind switch
        {
            CatalogKinds.Role => Names(name, masterUser) || IsAwsOwn(name),
            CatalogKinds.Membership => IsGrantOfOurs(name) || IsAwsMembership(name),
            CatalogKinds.Database => name == InstanceDatabases.AwsOwn,
            CatalogKinds.Setting => IsAwsSetting(name),
            _ => false,
        };
    }

    private bool IsGrantOfOurs(string name) => GrantedToMaster.Any(role => name == $"{role} to {masterUser}" || name == $"{role} to {Quote(masterUser)}");

    private static bool IsAwsMembership(string name) =>
        name.Split(" to ") is [var role, var member] && IsAwsOwn(member) && (IsAwsOwn(role) || role.StartsWith("pg_", StringComparison.Ordinal));

    private static bool IsAwsSetting(string name) => name.StartsWith("* in rdsadmin: ", StringComparison.Ordinal) || IsAwsOwn(name.Split(" in ")[0]);

    // A role whose name begins with rds_ comes from AWS: nobody else may be called so (Amazon RDS User Guide, "Understanding PostgreSQL roles").
    private static bool IsAwsOwn(string role) => AwsRoles.Contains(role) || role.StartsWith("rds_", StringComparison.Ordinal);

    // Whether PostgreSQL quotes a name depends on its version's key words.
    private static bool Names(string quoted, string name) => quoted == name || quoted == Quote(name);

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
