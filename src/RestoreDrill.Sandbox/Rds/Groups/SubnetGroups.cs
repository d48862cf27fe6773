using System.Xml.Linq;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Http;

namespace RestoreDrill.Sandbox.Rds.Groups;

/// <summary>The subnet groups of an account. The source account has the default group of a default VPC; the others, locked down, have no default VPC.</summary>
internal static class SubnetGroups
{
    private const string Default = "default";

    public static IEnumerable<DbSubnetGroup> Of(RdsCall call)
    {
        var own = call.State.SubnetGroups.Where(group => group.Region == call.Region);
        return call.AccountId == Account.Source.Id ? own.Append(DefaultGroup(call)) : own;
    }

    /// <exception cref="AwsError">DBSubnetGroupNotFoundFault.</exception>
    public static DbSubnetGroup Get(RdsCall call, string name) =>
        Of(call).FirstOrDefault(group => group.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new AwsError("DBSubnetGroupNotFoundFault", $"DB subnet group '{name}' does not exist.", 404);

    /// <summary>The group named, or the default VPC's.</summary>
    public static DbSubnetGroup ForNewInstance(RdsCall call, string? name) => name is not null
        ? Get(call, name)
        : Of(call).FirstOrDefault(group => group.Name == Default)
            ?? throw new AwsError("InvalidSubnet", "No default subnet detected in VPC. Please contact AWS Support to recreate default Subnets.");

    public static XElement Xml(RdsCall call, DbSubnetGroup group) =>
        new("DBSubnetGroup",
            new XElement("DBSubnetGroupName", group.Name),
            new XElement("DBSubnetGroupDescription", group.Description),
            new XElement("VpcId", group.VpcId),
            new XElement("SubnetGroupStatus", "Complete"),
            new XElement("Subnets", group.SubnetIds.Select((subnet, index) => new XElement("Subnet",
                new XElement("SubnetIdentifier", subnet),
                new XElement("SubnetAvailabilityZone", new XElement("Name", $"{group.Region}{(char)('a' + (index % 3))}")),
                new XElement("SubnetStatus", "Active")))),
            new XElement("DBSubnetGroupArn", new RdsArn(group.Region, call.AccountId, "subgrp", group.Name)),
            QueryXml.List("SupportedNetworkTypes", "member", ["IPV4"]));

    public static string VpcOf(string accountId, string region) => "vpc-" + Identifiers.Uuid($"vpc/{accountId}/{region}").ToString("N")[..17];

    private static DbSubnetGroup DefaultGroup(RdsCall call) => new()
    {
        Region = call.Region,
        Name = Default,
        Description = Default,
        VpcId = VpcOf(call.AccountId, call.Region),
        SubnetIds = [.. Enumerable.Range(0, 3).Select(i => "subnet-" + Identifiers.Uuid($"subnet/{i}/{call.AccountId}/{call.Region}").ToString("N")[..17])],
    };
}
