using System.Text.RegularExpressions;

namespace RestoreDrill.Sandbox.Rds;

/// <summary>The ARN of an RDS resource.</summary>
/// <param name="Region">Its region.</param>
/// <param name="AccountId">Its account's twelve digits.</param>
/// <param name="Kind"><c>db</c>, <c>snapshot</c>, <c>subgrp</c>, <c>pg</c> or <c>auto-backup</c>.</param>
/// <param name="Name">Its identifier.</param>
internal sealed partial record RdsArn(string Region, string AccountId, string Kind, string Name)
{
    public override string ToString() => $"arn:aws:rds:{Region}:{AccountId}:{Kind}:{Name}";

    public static RdsArn? TryParse(string text) => Pattern().Match(text) is { Success: true } match
        ? new RdsArn(match.Groups["region"].Value, match.Groups["account"].Value, match.Groups["kind"].Value, match.Groups["name"].Value)
        : null;

    [GeneratedRegex(@"^arn:aws:rds:(?<region>[a-z0-9-]+):(?<account>[0-9]{12}):(?<kind>[a-z-]+):(?<name>.+)\z")]
    private static partial Regex Pattern();
}
