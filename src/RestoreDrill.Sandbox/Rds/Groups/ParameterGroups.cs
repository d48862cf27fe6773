using System.Xml.Linq;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Groups;

/// <summary>The parameter groups of an account: its own, and the default group of each family, which nobody can change.</summary>
internal static class ParameterGroups
{
    private const string DefaultPrefix = "default.";

    /// <exception cref="AwsError">DBParameterGroupNotFound.</exception>
    public static DbParameterGroup Get(RdsCall call, string name) =>
        Of(call).FirstOrDefault(group => group.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new AwsError("DBParameterGroupNotFound", $"DBParameterGroup not found: {name}", 404);

    /// <summary>The group named, which must be of that family, or the family's default.</summary>
    public static DbParameterGroup ForInstance(RdsCall call, string? name, string family)
    {
        var group = Get(call, name ?? DefaultPrefix + family);
        return group.Family == family
            ? group
            : throw AwsError.InvalidParameterCombination($"The parameter group {group.Name} with DBParameterGroupFamily {group.Family} can't be used for "
                + $"this instance. Please use a parameter group with DBParameterGroupFamily {family}");
    }

    public static IEnumerable<DbParameterGroup> Of(RdsCall call) =>
        call.State.ParameterGroups.Where(group => group.Region == call.Region)
            .Concat(ParameterCatalog.Families.Select(family => new DbParameterGroup
            {
                Region = call.Region,
                Name = DefaultPrefix + family,
                Family = family,
                Description = $"Default parameter group for {family}",
            }));

    public static bool IsDefault(string name) => name.StartsWith(DefaultPrefix, StringComparison.Ordinal);

    public static XElement Xml(RdsCall call, DbParameterGroup group) =>
        new("DBParameterGroup",
            new XElement("DBParameterGroupName", group.Name),
            new XElement("DBParameterGroupFamily", group.Family),
            new XElement("Description", group.Description),
            new XElement("DBParameterGroupArn", new RdsArn(group.Region, call.AccountId, "pg", group.Name)));
}
