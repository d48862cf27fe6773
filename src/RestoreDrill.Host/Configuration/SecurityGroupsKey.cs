namespace RestoreDrill.Host.Configuration;

/// <summary><c>SecurityGroups</c>: at least one id.</summary>
internal static class SecurityGroupsKey
{
    private const string Key = "SecurityGroups";

    public static IReadOnlyList<string> Read(Section section)
    {
        var groups = section.Texts(Key);
        if (groups.Count == 0)
        {
            section.Findings.Add(section.KeyPath(Key), "is missing; write at least one security group id, [\"sg-...\"]");
        }

        foreach (var group in groups.Where(static group => !Forms.SecurityGroup().IsMatch(group)))
        {
            section.Findings.Add(section.KeyPath(Key), $"'{group}' is not a security group id; write sg- and 8 to 17 hexadecimal digits");
        }

        return groups;
    }
}
