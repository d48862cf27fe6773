namespace RestoreDrill.Sandbox.Accounts;

/// <summary>Where the sandbox keeps everything it has; nothing is written outside it.</summary>
internal sealed class StateDirectory
{
    public StateDirectory(string root)
    {
        Root = Path.GetFullPath(root);
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public string CredentialsFile => Path.Combine(Root, "credentials");

    public string SessionKeyFile => Path.Combine(Root, "session.key");

    public string ProcessFile => Path.Combine(Root, "sandbox.pid");

    public string ClockFile => Path.Combine(Root, "clock");

    public string InstallationsFile => Path.Combine(Root, "installations");

    public string AccountFile(string accountId) => Path.Combine(Root, $"account-{accountId}.json");

    public string InstanceData(string dbiResourceId) => Path.Combine(Root, "instances", dbiResourceId);

    public string SnapshotData(string storageId) => Path.Combine(Root, "snapshots", storageId);

    /// <summary>The contents of S3's objects, one file for each version.</summary>
    public string Objects => Path.Combine(Root, "objects");

    /// <summary>What a damaged snapshot was before.</summary>
    public string UndamagedData(string storageId) => Path.Combine(Root, "undamaged", storageId);
}
