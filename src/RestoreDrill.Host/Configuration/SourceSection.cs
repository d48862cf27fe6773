using RestoreDrill.Core.Protection;

namespace RestoreDrill.Host.Configuration;

/// <summary><c>Source</c>: the account the protected databases live in.</summary>
internal sealed record SourceSection(AccessKeys Keys, RoleAccess? Access, SourceOptions? Options)
{
    public static SourceSection Read(Section section)
    {
        var keys = AccessKeys.Read(section);
        var access = keys.Role(section, "RoleArn", "restoredrill-source");
        string? key = null;
        if (section.Text("ReencryptionKey") is { } text)
        {
            key = KmsKeyRules.Check(section, "ReencryptionKey", text, keys, "the source account");
        }

        section.RejectUnknown();
        var options = keys.AccountId is { } account ? new SourceOptions { AccountId = account, ReencryptionKey = key } : null;
        return new SourceSection(keys, access, options);
    }
}
