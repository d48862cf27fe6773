using System.Net;

namespace RestoreDrill.Host.Configuration;

/// <summary>The keys that the sections <c>Source</c> and <c>Vault</c> have in common: which account, where, and whose credentials.</summary>
internal sealed record AccessKeys
{
    /// <summary>The section that they stand in.</summary>
    public required string Path { get; init; }

    public string? AccountId { get; private init; }

    public string? Region { get; private init; }

    public string? Profile { get; private init; }

    public string? CredentialsFile { get; private init; }

    public string? ExternalId { get; private init; }

    public Uri? Endpoint { get; private init; }

    public static AccessKeys Read(Section section)
    {
        var credentials = section.Text("CredentialsFile") is { } file ? section.Files.OfService(section, "CredentialsFile", file) : null;
        var profile = section.Text("Profile");
        if (credentials is not null && profile is null)
        {
            section.Findings.Add(section.KeyPath("Profile"), "is missing; write the profile of CredentialsFile to use");
        }

        return new AccessKeys
        {
            Path = section.Path,
            AccountId = section.RequiredText("AccountId", Forms.AccountId(), "the twelve digits of the account, in quotes"),
            Region = section.RequiredText("Region", Forms.Region(), "a region such as eu-west-1"),
            Profile = profile,
            CredentialsFile = credentials,
            ExternalId = section.Text("ExternalId"),
            Endpoint = ReadEndpoint(section),
        };
    }

    /// <summary>The role under one key; null after a finding.</summary>
    public RoleAccess? Role(Section section, string key, string example)
    {
        var arn = section.RequiredText(key, Forms.RoleArn(), $"the role's ARN, for example arn:aws:iam::{AccountId ?? "123456789012"}:role/{example}");
        if (arn is null || AccountId is null || Region is null)
        {
            return null;
        }

        var account = Forms.RoleArn().Match(arn).Groups[1].Value;
        if (account != AccountId)
        {
            section.Findings.Add(section.KeyPath(key), $"is a role of account {account}, but {Path}:AccountId is {AccountId}; make them agree");
            return null;
        }

        return new RoleAccess
        {
            AccountId = AccountId,
            Region = Region,
            RoleArn = arn,
            Profile = Profile,
            CredentialsFile = CredentialsFile,
            ExternalId = ExternalId,
            Endpoint = Endpoint,
        };
    }

    private static Uri? ReadEndpoint(Section section)
    {
        if (section.Text("Endpoint") is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            section.Findings.Add(section.KeyPath("Endpoint"), $"'{text}' is not an address; write https://... or leave it out to use AWS itself");
            return null;
        }

        // A new master password travels in the body of ModifyDBInstance.
        if (endpoint.Scheme == Uri.UriSchemeHttp && !(IPAddress.TryParse(endpoint.Host, out var address) && IPAddress.IsLoopback(address)) && endpoint.Host != "localhost")
        {
            section.Findings.Refuse(section.KeyPath("Endpoint"), $"'{text}' would carry passwords in the clear; write https:// (plain http is for this machine itself)");
            return null;
        }

        return endpoint;
    }
}
