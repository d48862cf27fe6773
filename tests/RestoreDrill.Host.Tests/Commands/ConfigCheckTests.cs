using System.Text.Json.Nodes;
using RestoreDrill.Core.Cloud;
using RestoreDrill.Core.GuardRails;
using RestoreDrill.Core.Reading;
using RestoreDrill.Host.Commands;
using RestoreDrill.Host.Tests.Fakes;

namespace RestoreDrill.Host.Tests.Commands;

public sealed class ConfigCheckTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("config-check.txt", "config", "check")]
    [InlineData("config-check.json", "config", "check", "--output", "json")]
    public async Task All_well_is_as_approved(string approved, params string[] arguments)
    {
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync(arguments));

        Approved.Equal(approved, _line.Out.Replace(_line.Configuration.File, "appsettings.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        _line.Cloud.HasInstance = false;
        _line.Cloud.MissingGroups.Add("scratch");
        _line.Cloud.VaultKeyState = "PendingDeletion";
        _line.Schema.Pending.Add("0002_more");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("no such DB instance", _line.Out, StringComparison.Ordinal);
        Assert.Contains("no DB subnet group scratch", _line.Out, StringComparison.Ordinal);
        Assert.Contains("about to be DELETED", _line.Out, StringComparison.Ordinal);
        Assert.Contains("0002_more", _line.Out, StringComparison.Ordinal);
        Assert.Contains("4 problems", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_of_the_source_that_is_disabled_is_a_problem()
    {
        _line.Cloud.SourceKeyState = "Disabled";

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("is 'Disabled', not Enabled", _line.Out, StringComparison.Ordinal);
        Assert.Contains("aws kms enable-key", _line.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pg_stat_statements, pg_tle", ExitCodes.Ok, "acts on nobody")]
    [InlineData("pg_stat_statements,pg_cron", ExitCodes.Failed, "shared_preload_libraries holds pg_cron")]
    [InlineData("timescaledb", ExitCodes.Failed, "shared_preload_libraries holds timescaledb")]
    public async Task Libraries_that_a_drill_would_refuse_are_a_problem(string libraries, int exitCode, string says)
    {
        _line.Cloud.PreloadedLibraries = libraries;

        Assert.Equal(exitCode, await _line.RunAsync("config", "check"));

        Assert.Contains(says, _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bucket_that_locks_nothing_is_a_problem()
    {
        _line.Facts.Findings = _line.Facts.Findings with { HasObjectLock = false };

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("Bucket facts-222222222222 has no Object Lock", _line.Out, StringComparison.Ordinal);
        Assert.Contains("runbooks/facts-not-kept.md", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bucket_that_a_role_may_not_list_is_a_problem()
    {
        _line.Facts.ListRefusal = new CloudException(CloudFault.AccessDenied, "s3:ListBucketVersions", "bucket facts-222222222222", "AccessDenied", "req-7", "Access Denied");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Matches("fact-store +problem +s3:ListBucketVersions", _line.Out);
    }

    [Theory]
    [InlineData(GuardRailState.Holds, ExitCodes.Ok, "ok")]
    [InlineData(GuardRailState.Broken, ExitCodes.Failed, "problem")]
    [InlineData(GuardRailState.NotCheckable, ExitCodes.Failed, "problem")]
    public async Task States_and_their_bucket_are_looked_at(GuardRailState state, int exitCode, string word)
    {
        _line.Configuration.Root["Terraform"] = new JsonObject { ["States"] = new JsonArray("prod.tfstate"), ["StateBucket"] = "acme-state" };
        _line.GuardRails.Answers["terraform-states"] = new GuardRailAnswer("terraform-states", state, "what was found");
        _line.GuardRails.Answers["terraform-state-bucket"] = GuardRailAnswer.Holds(GuardRailCatalog.StateBucket, "it keeps versions");

        Assert.Equal(exitCode, await _line.RunAsync("config", "check"));

        Assert.Matches($"terraform-states +{word} +what was found", _line.Out);
        Assert.Matches("terraform-state-bucket +ok +it keeps versions", _line.Out);
    }

    [Fact]
    public async Task State_that_is_no_file_of_this_machine_is_refused()
    {
        _line.Configuration.Root["Terraform"] = new JsonObject { ["States"] = new JsonArray("s3://acme-state/prod.tfstate") };

        Assert.Equal(ExitCodes.Refused, await _line.RunAsync("config", "check"));

        Assert.Contains("'s3://acme-state/prod.tfstate' is not a file of this machine", _line.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installation_without_a_bucket_is_warned()
    {
        _line.Configuration.Root.Remove("Facts");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("config", "check"));

        Assert.Matches("fact-store +warning +no bucket is configured", _line.Out);
    }

    [Fact]
    public async Task Parameter_group_that_lets_a_restored_subscription_run_is_a_problem()
    {
        _line.Cloud.ReplicationWorkers = "4";

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("max_logical_replication_workers is 4", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_of_the_wrong_account_is_refused_by_a_safety_rule()
    {
        _line.Cloud.SourceAnswersFrom = InMemoryCloud.VaultAccount;

        Assert.Equal(ExitCodes.SafetyRule, await _line.RunAsync("config", "check"));

        Assert.Contains("the configuration says 111111111111", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_a_role_that_does_not_answer_is_not_checked_and_not_green()
    {
        _line.Cloud.VaultTrouble = new CloudException(CloudFault.AccessDenied, "sts:AssumeRole", "restoredrill-vault", "AccessDenied", "r-1", "not authorized");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("not checked: the vault role does not answer", _line.Out, StringComparison.Ordinal);
        Assert.Contains("request id r-1", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_that_an_emergency_restore_would_lack_are_problems()
    {
        _line.Cloud.MissingGroups.UnionWith(["restored", "courses-postgres15"]);

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Matches("restore-subnet-group +problem +the vault account has no DB subnet group restored", _line.Out);
        Assert.Matches("restore-parameter-group courses-postgres15 +problem +the vault account has no such DB parameter group", _line.Out);
        Assert.Contains("2 problems", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_account_that_is_restored_in_is_said_to_be_unasked()
    {
        _line.Configuration.Root["Restore"]!["Account"] = new JsonObject { ["AccountId"] = "333333333333" };
        _line.Configuration.Root["Route"] = "aws-backup";
        _line.Cloud.MissingGroups.Add("restored");

        await _line.RunAsync("config", "check");

        Assert.Matches("restore-role +not asked +arn:aws:iam::222222222222:role/restoredrill-restore", _line.Out);
        Assert.Matches("restore-account +not asked +333333333333", _line.Out);
        Assert.DoesNotContain("restore-subnet-group", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_of_the_source_and_the_user_s_checks_are_asked_for()
    {
        Reader();

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("config", "check"));

        Assert.Matches("reader courses +ok +\"reader\" enters 2 databases of PostgreSQL 15.18\n", _line.Out);
        Assert.Matches("check courses/newest +ok +1 column of type bigint; expected newer than", _line.Out);
        Assert.Equal(["newest", "many"], _line.Source.Described);
    }

    [Fact]
    public async Task Check_that_cannot_be_judged_is_a_problem_in_the_server_s_words()
    {
        Reader();
        _line.Source.Form = new CheckForm(false, "42P01: relation \"t\" does not exist");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Matches("check courses/many +problem +asked of database courses: 42P01: relation \"t\" does not exist", _line.Out);
        Assert.Contains("2 problems", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_that_is_out_of_reach_is_a_problem_and_its_checks_are_not_checked()
    {
        Reader();
        _line.Source.Trouble = new InstanceUnreachableException("Connecting to database \"postgres\" failed: no route to host.", null, new TimeoutException());

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Matches("reader courses +problem +Connecting to database \"postgres\" failed: no route to host", _line.Out);
        Assert.Matches("check courses/newest +not checked", _line.Out);
        Assert.Empty(_line.Source.Described);
    }

    [Fact]
    public async Task Login_that_lacks_rights_is_a_problem()
    {
        Reader();
        _line.Source.Access = _line.Source.Access with { Unreadable = 12, FirstUnreadable = "courses.private.notes" };

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));
        Assert.Contains("may not read 12 of the tables, courses.private.notes for one", _line.Out, StringComparison.Ordinal);

        _line.Source.Access = _line.Source.Access with { Unreadable = 0, Refused = ["billing (42501: permission denied)"] };

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));
        Assert.Contains("cannot enter billing (42501: permission denied)", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_under_row_level_security_are_a_warning_and_no_problem()
    {
        Reader();
        _line.Source.Access = _line.Source.Access with { RowSecured = 3, FirstRowSecured = "courses.public.grades" };

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("config", "check"));

        Assert.Matches("reader courses +warning +3 of the tables are under row-level security, courses.public.grades for one", _line.Out);
        Assert.Contains("BYPASSRLS", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_are_not_in_the_source_are_told()
    {
        Reader();
        _line.Configuration.Database["ExpectRowsIn"] = new JsonArray("courses", "corses");
        _line.Configuration.Database["MayStayUnread"] = new JsonArray("courses.public.logs");
        _line.Source.Access = _line.Source.Access with { Missing = ["courses.public.logs"] };

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Matches("ExpectRowsIn courses +problem +no such database on courses-prod, or none that takes connections: corses", _line.Out);
        Assert.Matches("MayStayUnread courses +warning +no such table on courses-prod that could hold rows: courses.public.logs", _line.Out);
        Assert.Contains("1 problem.", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Master_user_is_never_logged_in_with()
    {
        Reader("postgres");

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("\"postgres\" is the master user of courses-prod", _line.Out, StringComparison.Ordinal);
        Assert.Equal(0, _line.Source.Looks);
    }

    [Fact]
    public async Task Login_by_iam_comes_with_a_token_of_the_source_role()
    {
        Reader();
        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("config", "check"));
        Assert.Equal("pw", _line.Source.Password);

        _line.Configuration.Database["Reader"] = new JsonObject { ["User"] = "reader", ["Iam"] = true, ["RootCertificate"] = "ca.crt" };

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("config", "check"));
        Assert.Equal("token of reader at courses-prod.source.rds:5432", _line.Source.Password);
    }

    [Fact]
    public async Task Source_without_an_endpoint_is_a_problem()
    {
        Reader();
        _line.Cloud.SourceHost = null;

        Assert.Equal(ExitCodes.Failed, await _line.RunAsync("config", "check"));

        Assert.Contains("AWS gives no endpoint for instance courses-prod", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offline_asks_nobody()
    {
        _line.Cloud.VaultTrouble = new CloudException(CloudFault.Unreachable, "x", "y", null, null, "z");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("config", "check", "--offline"));
    }

    private void Reader(string user = "reader")
    {
        _line.Configuration.Write("reader.password", "pw\n");
        _line.Configuration.Database["Reader"] = new JsonObject { ["User"] = user, ["PasswordFile"] = "reader.password", ["RootCertificate"] = "ca.crt" };
    }

    [Fact]
    public async Task Db_migrate_says_what_it_applied()
    {
        _line.Schema.Pending.Add("0001_runs");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("db", "migrate"));
        Assert.Contains("applied: 0001_runs", _line.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("db", "migrate"));
        Assert.Contains("up to date already", _line.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Db_migrate_script_prints_the_sql_and_applies_nothing()
    {
        _line.Schema.Pending.Add("0001_runs");

        Assert.Equal(ExitCodes.Ok, await _line.RunAsync("db", "migrate", "--script"));

        Assert.StartsWith("create schema", _line.Out, StringComparison.Ordinal);
        Assert.Single(_line.Schema.Pending);
    }
}
