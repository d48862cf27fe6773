using System.Text.RegularExpressions;

namespace RestoreDrill.Core.Installation;

/// <summary>The form of a DB instance identifier: 1 to 63 letters, digits or hyphens, a letter first, no two hyphens in a row, none at the end (RestoreDBInstanceFromDBSnapshot, DBInstanceIdentifier). RDS keeps it in lower case.</summary>
public static partial class InstanceNames
{
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(@"^(?=.{1,63}\z)[a-z](-?[a-z0-9])*\z")]
    private static partial Regex Pattern();
}
