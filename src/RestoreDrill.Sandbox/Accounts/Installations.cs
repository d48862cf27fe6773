using System.Text.RegularExpressions;

namespace RestoreDrill.Sandbox.Accounts;

/// <summary>The installations that the roles work for: those the sandbox was started for, and those added since, which are kept in the state directory.</summary>
internal sealed partial class Installations
{
    private readonly Lock gate = new();
    private readonly StateDirectory directory;
    private readonly Roles roles;
    private readonly List<string> added;

    public Installations(IEnumerable<string> first, StateDirectory directory, Roles roles)
    {
        (this.directory, this.roles) = (directory, roles);
        added = File.Exists(directory.InstallationsFile) ? [.. File.ReadAllLines(directory.InstallationsFile)] : [];
        foreach (var name in first.Concat(added))
        {
            roles.Install(Checked(name));
        }
    }

    /// <exception cref="ArgumentException">The name is none that an installation may have.</exception>
    public void Add(string name)
    {
        lock (gate)
        {
            roles.Install(Checked(name));
            if (!added.Contains(name))
            {
                added.Add(name);
                PrivateFile.Write(directory.InstallationsFile, string.Join('\n', added) + "\n");
            }
        }
    }

    private static string Checked(string name) => Name().IsMatch(name)
        ? name
        : throw new ArgumentException($"'{name}' is not an installation's id: 2 to 16 lower-case letters and digits, beginning with a letter.");

    [GeneratedRegex(@"^[a-z][a-z0-9]{1,15}\z")]
    private static partial Regex Name();
}
