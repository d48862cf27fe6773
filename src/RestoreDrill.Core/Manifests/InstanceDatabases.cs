using System.Text.RegularExpressions;

namespace RestoreDrill.Core.Manifests;

/// <summary>The databases of an instance, by its shared catalogs.</summary>
public static partial class InstanceDatabases
{
    /// <summary>AWS's own database in every RDS instance; nobody else may enter it.</summary>
    public const string AwsOwn = "rdsadmin";

    /// <summary>The names, as a connection takes them, of the databases that let anybody in. To try the others would leave refusals in the server's log.</summary>
    public static IReadOnlyList<string> Entered(DatabaseCatalog shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        return
        [
            .. shared.Items.Where(static item => item.Kind == CatalogKinds.Database && item.Name != AwsOwn && !Closed().IsMatch(item.Value)).Select(static item => SqlName.Parts(item.Name).Single()),
        ];
    }

    [GeneratedRegex("; connections=-?[0-9]+; closed(;|$)")]
    private static partial Regex Closed();
}
