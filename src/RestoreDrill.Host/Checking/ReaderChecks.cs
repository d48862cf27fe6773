using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.Protection;
using RestoreDrill.Core.Reading;
using RestoreDrill.Host.Composition;
using RestoreDrill.Host.Configuration;
using RestoreDrill.Host.Reporting;

namespace RestoreDrill.Host.Checking;

/// <summary>Whether the sources let their read-only logins in, and whether the user's own checks can be judged. Runs none of the user's SQL.</summary>
internal static class ReaderChecks
{
    public static async Task<IReadOnlyList<LiveCheck>> RunAsync(Configured configured, Ports ports, bool roleAnswers, CancellationToken cancellationToken)
    {
        var checks = new List<LiveCheck>();
        foreach (var database in configured.Installation.Databases)
        {
            if (database.Reader is not { } reader)
            {
                if (database.Checks.Count > 0)
                {
                    checks.Add(new LiveCheck(
                        $"checks {database.Name}", LiveState.NotAsked, $"{Words.Of(database.Checks.Count, "check")}: asked only in drills, no Reader is configured"));
                }

                continue;
            }

            var (found, access, login) = roleAnswers
                ? await LookAsync(database, reader, ports, cancellationToken)
                : Without(LiveCheck.NotChecked(NameOf(database), "the source role does not answer"));
            checks.Add(found);
            checks.AddRange(access is null ? [] : NamesInSource.Judge(database, access));
            foreach (var check in database.Checks)
            {
                checks.Add(await DescribeAsync($"check {database.Name}/{check.Name}", login, reader, check, ports, cancellationToken));
            }
        }

        return checks;
    }

    private static string NameOf(ProtectedDatabase database) => $"reader {database.Name}";

    private static (LiveCheck Found, SourceAccess? Access, InstanceLogin? Login) Without(LiveCheck found) => (found, null, null);

    /// <returns>What was found, and how far the login got and itself where it got in.</returns>
    private static async Task<(LiveCheck Found, SourceAccess? Access, InstanceLogin? Login)> LookAsync(
        ProtectedDatabase database, SourceReaderOptions reader, Ports ports, CancellationToken cancellationToken)
    {
        var name = NameOf(database);
        try
        {
            if (await ports.Source.FindInstanceAsync(database.Instance, cancellationToken) is not { } instance)
            {
                return Without(LiveCheck.NotChecked(name, $"there is no instance {database.Instance}"));
            }

            if (instance.Host is not { } host)
            {
                return Without(LiveCheck.Problem(name, $"AWS gives no endpoint for instance {instance.Name}, which is {instance.Status}", "Check again when the instance is available."));
            }

            if (reader.User == instance.MasterUser)
            {
                const string Next = "Make a login that may only read (docs/configuration.md, Reader), and write it into Reader:User.";
                return Without(LiveCheck.Problem(name, $"\"{reader.User}\" is the master user of {instance.Name}, with which RestoreDrill never logs in", Next));
            }

            var login = ports.Readers.Logins.LoginOf(reader, host, instance.Port);
            var access = await ports.Readers.Sources.LookAsync(login, reader, database.MayStayUnread, cancellationToken);
            return (Judge(name, reader, access), access, login);
        }
        catch (CloudException exception)
        {
            return Without(LiveCheck.Problem(name, exception.Message, "Compare the source role's policy with docs/iam."));
        }
        catch (InstanceUnreachableException exception)
        {
            return Without(LiveCheck.Problem(name, exception.Message, "Copies are made all the same, but cannot be compared with their source. Correct the network, the login or Reader."));
        }
    }

    private static LiveCheck Judge(string name, SourceReaderOptions reader, SourceAccess access) => access switch
    {
        { Refused: [_, ..] refused } => LiveCheck.Problem(
            name, $"\"{reader.User}\" cannot enter {string.Join(", ", refused)}", $"GRANT CONNECT ON DATABASE ... TO \"{reader.User}\" at the source."),
        { Unreadable: > 0 } => LiveCheck.Problem(
            name,
            $"\"{reader.User}\" may not read {Words.Count(access.Unreadable)} of the tables, {access.FirstUnreadable} for one",
            $"GRANT pg_read_all_data TO \"{reader.User}\" at the source (before PostgreSQL 14: USAGE on schemas and SELECT on tables)."),
        { RowSecured: > 0 } => LiveCheck.Warning(
            name,
            $"{Words.Count(access.RowSecured)} of the tables are under row-level security, {access.FirstRowSecured} for one: \"{reader.User}\" is refused their rows, so that those cannot be compared",
            $"If those rows are to be compared too: ALTER ROLE \"{reader.User}\" BYPASSRLS at the source, by whoever may; or lower MinimumProvenShare and know that they are not proven."),
        _ => LiveCheck.Ok(
            name,
            $"\"{reader.User}\" enters {Words.Of(access.Databases.Count, "database")} of PostgreSQL {access.ServerVersion}"
                + (reader.Reads != SourceReading.Catalog ? " and may read every table" : "")),
    };

    private static async Task<LiveCheck> DescribeAsync(
        string name, InstanceLogin? login, SourceReaderOptions reader, UserCheck check, Ports ports, CancellationToken cancellationToken)
    {
        if (login is null)
        {
            return LiveCheck.NotChecked(name, "the source was not reached");
        }

        const string Next = "Correct the check: in a drill it would be an error, and keep every copy from passing.";
        try
        {
            var form = await ports.Readers.Sources.DescribeAsync(login, reader, check, cancellationToken);
            return form.CanBeJudged
                ? LiveCheck.Ok(name, $"{form.Found}; expected {check.Expect}")
                : LiveCheck.Problem(name, $"asked of database {check.Database}: {form.Found}", Next);
        }
        catch (InstanceUnreachableException exception)
        {
            return LiveCheck.Problem(name, exception.Message, "Check again when the source answers.");
        }
    }
}
