using System.Text.Json.Nodes;
using RestoreDrill.Core.Chain;
using RestoreDrill.Core.Protection;
using RestoreDrill.Host.Configuration;

namespace RestoreDrill.Host.Tests.Configuration;

public sealed class ConfigurationRuleTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Facts_outlive_the_copies_they_are_about()
    {
        _folder.Root["Route"] = "aws-backup";
        _folder.Root["Facts"]!["RetentionDays"] = 34;

        var problem = Assert.Single(_folder.Problems());

        Assert.Equal(("RestoreDrill:Facts:RetentionDays", true), (problem.Key, problem.Message.Contains("copies stay 35 days", StringComparison.Ordinal)));
        _folder.Root["Facts"]!["RetentionDays"] = 35;
        Assert.Equal(TimeSpan.FromDays(35), _folder.Load().Installation.Facts!.Retention);
    }

    public static TheoryData<string, string, string> SpoiltValues => new()
    {
        { "Installation", "Acme", "lower-case" },
        { "Installation", "a", "2 to 16" },
        { "Source:AccountId", "11111111111", "twelve digits" },
        { "Source:Region", "Ireland", "eu-west-1" },
        { "Source:RoleArn", "restoredrill-source", "ARN" },
        { "Source:RoleArn", "arn:aws:iam::333333333333:role/restoredrill-source", "account 333333333333" },
        { "Source:Endpoint", "127.0.0.1:4599", "https://" },
        { "Source:Endpoint", "http://rds.example.com", "https://" },
        { "Source:CredentialsFile", "nowhere", "does not exist" },
        { "Source:ReencryptionKey", "alias/restoredrill", "ARN" },
        { "Source:ReencryptionKey", "arn:aws:kms:eu-west-1:111111111111:alias/aws/rds", "customer managed" },
        { "Vault:KmsKey", "arn:aws:kms:eu-west-1:111111111111:alias/restoredrill", "222222222222" },
        { "Vault:KmsKey", "arn:aws:kms:us-east-1:222222222222:key/abc", "eu-west-1" },
        { "Vault:SnapshotQuota", "0", "1 or more" },
        { "Vault:SnapshotQuota", "many", "whole number" },
        { "Facts:Bucket", "arn:aws:s3:::facts", "not an ARN" },
        { "Facts:Bucket", "Facts", "lower-case" },
        { "Facts:Bucket", "", "leave the section out" },
        { "Facts:RetentionDays", "0", "1 to 36500" },
        { "Isolation:ServiceRoleArn", "restoredrill-service", "role or user" },
        { "Isolation:LockLeastDays", "40", "the lock would refuse every copy" },
        { "Isolation:LockMostDays", "30", "the lock would refuse every copy" },
        { "Isolation:LockLeastDays", "0", "1 to 36500" },
        { "Scratch:InstanceClass", "t3.medium", "db.t3.medium" },
        { "Scratch:ParameterGroup", "default.postgres15", "restoredrill-{family}" },
        { "Scratch:RootCertificate", "nowhere.pem", "does not exist" },
        { "Scratch:RootCertificate", "credentials", "no certificate" },
        { "Timing:Poll", "30", "hours:minutes:seconds" },
        { "Timing:Poll", "24:00:00", "hours:minutes:seconds" },
        { "Timing:Lease", "00:00:00", "above zero" },
        { "Timing:Copy", "-00:10:00", "duration" },
        { "Databases:0:Name", "courses prod", "1 to 40" },
        { "Databases:0:Instance", "courses--prod", "identifier" },
        { "Databases:0:MinimumReadShare", "95", "0 to 1" },
        { "Databases:0:MinimumReadShare", "0,9", "0 to 1" },
        { "Databases:0:MaximumLoss", "50", "0 to 1" },
        { "Databases:0:Chain:MinimumProvenShare", "80", "0 to 1" },
        { "Databases:0:Chain:Groups", "9000000000", "1000 to 100000000" },
        { "Vault:SnapshotQuota", "9000000000", "1 to 2147483647" },
        { "Reading:Connections", "100000", "1 to 256" },
        { "Reading:Statement", "12:00:00", "00:10:00 or less" },
        { "Databases:0:Checks:0:Timeout", "26:00:00", "write 1.02:00:00," },
        { "Databases:0:Checks:0:Timeout", "soon", "duration" },
        { "Databases:0:Checks:1:Expect:AtLeast", "many", "number" },
        { "Databases:0:Checks:0:Sql", " ", "missing" },
        { "Store:ConnectionStringFile", "nowhere", "does not exist" },
        { "Store:ConnectionStringFile", "ca.crt", "connection string" },
    };

    [Fact]
    public void Chain_without_a_share_is_on_and_asks_for_none()
    {
        _folder.Database["Chain"] = new JsonObject();

        Assert.Equal(new ChainOptions(), _folder.Load().Installation.Databases[0].Chain);
    }

    [Theory]
    [MemberData(nameof(SpoiltValues))]
    public void Value_that_cannot_be_used_is_told_with_its_key_and_what_to_write(string key, string value, string says)
    {
        _folder.Environment["RestoreDrill__" + key.Replace(":", "__", StringComparison.Ordinal)] = value;

        Assert.Contains(says, _folder.OnlyProblem("RestoreDrill:" + key).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reader_has_a_password_or_comes_by_iam()
    {
        _folder.Write("reader.password", "pw\n");
        var reader = new JsonObject { ["User"] = "reader", ["PasswordFile"] = "reader.password", ["RootCertificate"] = "ca.crt" };
        _folder.Database["Reader"] = reader;
        Assert.EndsWith("reader.password", _folder.Load().Installation.Databases[0].Reader!.PasswordFile, StringComparison.Ordinal);

        reader["Iam"] = true;
        Assert.Contains("leave one of them out", _folder.OnlyProblem("RestoreDrill:Databases:0:Reader:PasswordFile").Message, StringComparison.Ordinal);

        reader.Remove("PasswordFile");
        Assert.Null(_folder.Load().Installation.Databases[0].Reader!.PasswordFile);

        reader["Iam"] = false;
        Assert.Contains("or Iam: true", _folder.OnlyProblem("RestoreDrill:Databases:0:Reader:PasswordFile").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connections", "5000", "1 to 64")]
    [InlineData("Statement", "12:00:00", "00:05:00 or less")]
    [InlineData("ReplicaPort", "99999", "1 to 65535")]
    [InlineData("ReplicaPort", "5433", "without ReplicaHost")]
    [InlineData("DutyCycle", "2", "above 0, at most 1")]
    [InlineData("DutyCycle", "0", "above 0, at most 1")]
    [InlineData("Groups", "9000000000", "1000 to 100000000")]
    public void Reader_is_kept_within_what_a_source_can_bear(string key, string value, string says)
    {
        _folder.Write("reader.password", "pw\n");
        _folder.Database["Reader"] = new JsonObject { ["User"] = "reader", ["PasswordFile"] = "reader.password", ["RootCertificate"] = "ca.crt", [key] = value };
        if (says == "1 to 65535")
        {
            _folder.Database["Reader"]!["ReplicaHost"] = "replica.example.com";
        }

        Assert.Contains(says, _folder.OnlyProblem($"RestoreDrill:Databases:0:Reader:{key}").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_account_as_vault_account_is_refused_by_a_safety_rule()
    {
        _folder.Root["Vault"]!["AccountId"] = "111111111111";
        _folder.Root["Vault"]!["CopyRoleArn"] = "arn:aws:iam::111111111111:role/restoredrill-vault";
        _folder.Root["Vault"]!["DrillRoleArn"] = "arn:aws:iam::111111111111:role/restoredrill-drill";
        _folder.Root["Restore"]!["RoleArn"] = "arn:aws:iam::111111111111:role/restoredrill-restore";
        _folder.Root["Vault"]!["KmsKey"] = "arn:aws:kms:eu-west-1:111111111111:alias/restoredrill";

        Assert.True(_folder.OnlyProblem("RestoreDrill:Vault:AccountId").IsSafetyRule);
    }

    [Fact]
    public void One_role_for_copies_and_for_drills_is_refused_by_a_safety_rule()
    {
        _folder.Root["Vault"]!["DrillRoleArn"] = "arn:aws:iam::222222222222:role/restoredrill-vault";

        Assert.True(_folder.OnlyProblem("RestoreDrill:Vault:DrillRoleArn").IsSafetyRule);
    }

    [Theory]
    [InlineData("Name", "COURSES", "other-prod")]
    [InlineData("Instance", "other", "Courses-Prod")]
    public void Database_listed_twice_is_told_with_both_places(string key, string name, string instance)
    {
        _folder.Root["Databases"]!.AsArray().Add(new JsonObject { ["Name"] = name, ["Instance"] = instance });

        Assert.Contains("RestoreDrill:Databases:0", _folder.OnlyProblem($"RestoreDrill:Databases:1:{key}").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_database_at_all_is_a_problem()
    {
        _folder.Root["Databases"] = new JsonArray();

        Assert.Contains("at least one", _folder.OnlyProblem("RestoreDrill:Databases").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "0 expectations")]
    [InlineData("{ \"AtLeast\": 1, \"EqualTo\": \"5\" }", "2 expectations")]
    [InlineData("{ \"AtLeast\": 1, \"AtMost\": 5, \"NoRows\": true }", "2 expectations")]
    [InlineData("{ \"AtLeast\": 5, \"AtMost\": 1 }", "no number is between 5 and 1")]
    [InlineData("{ \"NoRows\": false }", "0 expectations")]
    [InlineData("{ \"EqualTo\": \"\" }", "an empty EqualTo counts as not written")]
    public void Expectation_has_exactly_one_member(string expect, string says)
    {
        _folder.Database["Checks"]![0]!["Expect"] = JsonNode.Parse(expect);

        Assert.Contains(says, _folder.OnlyProblem("RestoreDrill:Databases:0:Checks:0:Expect").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_between_limits_and_a_warning_are_read()
    {
        _folder.Database["Checks"]![0]!["Expect"] = JsonNode.Parse("""{ "AtLeast": 1, "AtMost": 5 }""");
        _folder.Database["Checks"]![0]!["Level"] = "Warn";

        var checks = _folder.Load().Installation.Databases[0].Checks;

        Assert.Equal((CheckLevel.Warn, "between 1 and 5"), (checks[0].Level, checks[0].Expect.ToString()));
        Assert.Equal(CheckLevel.Fail, checks[1].Level);
    }

    [Fact]
    public void Level_that_there_is_not_is_a_problem()
    {
        _folder.Database["Checks"]![0]!["Level"] = "Info";

        Assert.Contains("Warn", _folder.OnlyProblem("RestoreDrill:Databases:0:Checks:0:Level").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_listed_twice_is_a_problem()
    {
        _folder.Database["Checks"]![1]!["Name"] = "newest";

        Assert.Contains("twice", _folder.OnlyProblem("RestoreDrill:Databases:0:Checks:1:Name").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_without_schema_is_a_problem()
    {
        _folder.Database["MayStayUnread"] = new JsonArray("courses.notes");

        Assert.Contains("database.schema.table", _folder.OnlyProblem("RestoreDrill:Databases:0:MayStayUnread").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("courses.logs")]
    [InlineData("courses.logs*")]
    [InlineData("courses.*.logs")]
    [InlineData("*")]
    public void Table_that_may_shrink_and_is_none_is_a_problem(string table)
    {
        _folder.Database["MayShrink"] = new JsonArray(table);

        Assert.Contains("database.schema.prefix*", _folder.OnlyProblem("RestoreDrill:Databases:0:MayShrink").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Store_written_twice_is_a_problem()
    {
        _folder.Root["Store"]!["ConnectionString"] = "Host=h;Database=d";

        Assert.Contains("one of them", _folder.OnlyProblem("RestoreDrill:Store").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=h;Database=d;Pasword=hunter2")]
    [InlineData("hunter2")]
    [InlineData("Username=hunter2")]
    public void Connection_string_that_is_none_is_not_repeated(string text)
    {
        _folder.Root["Store"] = new JsonObject { ["ConnectionString"] = text };

        Assert.DoesNotContain("hunter2", _folder.OnlyProblem("RestoreDrill:Store:ConnectionString").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_where_a_group_belongs_and_group_where_a_value_belongs_are_problems()
    {
        _folder.Root["Timing"] = "fast";
        _folder.Root["Installation"] = new JsonObject { ["Id"] = "acme" };
        _folder.Database["ExpectRowsIn"] = "courses";

        Assert.Equal(
            ["RestoreDrill:Databases:0:ExpectRowsIn", "RestoreDrill:Installation", "RestoreDrill:Timing"],
            _folder.Problems().Select(static problem => problem.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Problems_of_every_section_are_told_at_once()
    {
        _folder.Root["Installation"] = "A";
        _folder.Root["Source"]!["Region"] = "x";
        _folder.Root["Timing"]!["Poll"] = "x";
        _folder.Database["Name"] = "";
        _folder.Database["Checks"]![0]!["Expect"] = new JsonObject();

        Assert.Equal(5, _folder.Problems().Count);
    }

    [Fact]
    public void Form_does_not_fit_a_name_followed_by_a_line_break()
    {
        Assert.Matches(Forms.AccountId(), "111111111111");
        Assert.DoesNotMatch(Forms.AccountId(), "111111111111\n");
        Assert.Matches(Forms.InstanceIdentifier(), "courses-prod");
        Assert.DoesNotMatch(Forms.InstanceIdentifier(), "courses-prod\n");
    }
}
