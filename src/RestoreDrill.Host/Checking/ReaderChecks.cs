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

            var (found, login) = roleAnswers
                ? await LookAsync(database, reader, ports, cancellationToken)
                : (LiveCheck.NotChecked(NameOf(database), "the source role does not answer"), null);
            checks.Add(found);
            foreach (var check in database.Checks)
            {
                checks.Add(await DescribeAsync($"check {database.Name}/{check.Name}", login, reader, check, ports, cancellationToken));
            }
        }

        return checks;
    }

    private static string NameOf(ProtectedDatabase database) => $"reader {database.Name}";

    /// <returns>What was found, and the login where it got in.</returns>
    private static async Task<(LiveCheck Found, InstanceLogin? Login)> LookAsync(
        ProtectedDatabase database, SourceReaderOptions reader, Ports ports, CancellationToken cancellationToken)
    {
        var name = NameOf(database);
        try
        {
            if (await ports.Source.FindInstanceAsync(database.Instance, cancellationToken) is not { } instance)
            {
                return (LiveCheck.NotChecked(name, $"there is no instance {database.Instance}"), null);
            }

            if (instance.Host is not { } host)
            {
                return (LiveCheck.Problem(name, $"AWS gives no endpoint for instance {instance.Name}, which is {instance.Status}", "Check again when the instance is available."), null);
            }

            if (reader.User == instance.MasterUser)
            {
                const string Next = "Make a login that may only read (docs/configuration.md, Reader), and write it into Reader:User.";
                return (LiveCheck.Problem(name, $"\"{reader.User}\" is the master user of {instance.Name}, with which RestoreDrill never logs in", Next), null);
            }

            var login = ports.Readers.Logins.LoginOf(reader, host, instance.Port);
            return (Judge(name, reader, await ports.Readers.Sources.LookAsync(login, reader, cancellationToken)), login);
        }
        catch (CloudException exception)
        {
            return (LiveCheck.Problem(name, exception.Message, "Compare the source role's policy with docs/iam."), null);
        }
        catch (InstanceUnreachableException exception)
        {
            return (LiveCheck.Problem(name, exception.Message, "Copies are made all the same, but cannot be compared with their source. Correct the network, the login or Reader."), null);
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
