namespace RestoreDrill.Core.Cloud;

/// <summary>Who a role's credentials are, as STS answers.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Arn">The caller's ARN.</param>
/// <param name="ClockSkew">How far this machine's clock is behind AWS's (positive) or ahead; zero when the SDK saw no need to correct.</param>
public sealed record AccountIdentity(string AccountId, string Arn, TimeSpan ClockSkew);
