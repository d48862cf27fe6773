namespace RestoreDrill.Sandbox.Organizations.Services;

/// <summary>An AWS service that may see the organisation and act in it.</summary>
internal sealed record TrustedService(string Principal, DateTimeOffset EnabledAt);
