using Amazon.KeyManagementService.Model;

namespace RestoreDrill.Isolation.Accounts;

/// <summary>The key of the copies, as configured.</summary>
internal sealed class VaultKey(IsolationOptions options, MemberKeys keys)
{
    /// <summary>The alias's name, with <c>alias/</c>; null: the configuration names a key by its id, which cannot be made.</summary>
    public string? Alias => options.VaultKey.Contains(":alias/", StringComparison.Ordinal) ? options.VaultKey[(options.VaultKey.LastIndexOf(':') + 1)..] : null;

    public Task<KeyMetadata?> FindAsync(CancellationToken cancellationToken) => keys.FindAsync(options.VaultKey, cancellationToken);
}
