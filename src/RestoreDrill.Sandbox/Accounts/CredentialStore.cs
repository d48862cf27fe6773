using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>
/// The keys of the accounts, kept in the state directory, and the session credentials made from them. A session is not stored: its token carries
/// whom it proves and until when, sealed with a key of this sandbox, so that it outlives a restart as it would on AWS.
/// </summary>
internal sealed class CredentialStore
{
    private readonly byte[] seal;
    private readonly Dictionary<string, KeyMaterial> longLived = [];

    private CredentialStore(byte[] seal, IReadOnlyList<AccountKeys> keys)
    {
        this.seal = seal;
        Keys = keys;
        foreach (var (account, id, secret) in keys)
        {
            var user = new Principal(account.Id, AdministratorOf(account), "AIDA" + Identifiers.Derived(account.Id, 17), null);
            longLived.Add(id, new KeyMaterial(secret, user, null));
        }
    }

    public IReadOnlyList<AccountKeys> Keys { get; }

    /// <summary>The user that an account's own keys belong to.</summary>
    public static string AdministratorOf(Account account) => $"arn:aws:iam::{account.Id}:user/administrator";

    /// <summary>Reads the credentials file of the state directory, or writes one with fresh keys (mode 0600).</summary>
    public static CredentialStore Open(StateDirectory state)
    {
        var keys = File.Exists(state.CredentialsFile) ? CredentialsFile.Read(state.CredentialsFile) : [];
        if (keys.Count < Account.All.Count)
        {
            keys = [.. Account.All.Select(account => new AccountKeys(account, "AKIA" + Identifiers.Random(16), Identifiers.Secret()))];
            CredentialsFile.Write(state.CredentialsFile, keys);
        }

        if (!File.Exists(state.SessionKeyFile))
        {
            PrivateFile.Write(state.SessionKeyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }

        return new CredentialStore(Convert.FromBase64String(File.ReadAllText(state.SessionKeyFile)), keys);
    }

    public SessionCredentials StartSession(Role role, string sessionName, DateTimeOffset expires)
    {
        var id = "ASIA" + Identifiers.Random(16);
        var principal = role.Session(sessionName);
        var content = JsonSerializer.SerializeToUtf8Bytes(new SessionToken(id, principal, expires));
        return new SessionCredentials(id, SessionSecret(id), $"{Convert.ToBase64String(content)}.{Convert.ToBase64String(Seal(content))}", expires, principal);
    }

    /// <summary>The key with that id; with a token, the session that it proves. Null if there is none.</summary>
    public KeyMaterial? Find(string accessKeyId, string? token)
    {
        if (token is null)
        {
            return longLived.GetValueOrDefault(accessKeyId);
        }

        var parts = token.Split('.');
        if (parts.Length != 2 || !TryDecode(parts[0], out var content) || !TryDecode(parts[1], out var sealedWith)
            || !CryptographicOperations.FixedTimeEquals(Seal(content), sealedWith))
        {
            return null;
        }

        var session = JsonSerializer.Deserialize<SessionToken>(content);
        return session is null || session.AccessKeyId != accessKeyId
            ? null
            : new KeyMaterial(SessionSecret(accessKeyId), session.Principal, session.Expires);
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length];
        var decoded = Convert.TryFromBase64String(text, bytes, out var length);
        bytes = bytes[..length];
        return decoded;
    }

    private string SessionSecret(string accessKeyId) => Convert.ToBase64String(Seal(Encoding.UTF8.GetBytes("secret of " + accessKeyId)))[..40];

    private byte[] Seal(byte[] content) => HMACSHA256.HashData(seal, content);

    private sealed record SessionToken(string AccessKeyId, Principal Principal, DateTimeOffset Expires);
}
