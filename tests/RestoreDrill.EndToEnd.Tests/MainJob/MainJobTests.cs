using System.Text.RegularExpressions;
using Npgsql;
using RestoreDrill.EndToEnd.Tests.Setting;
using RestoreDrill.Sandbox.Control;
using RestoreDrill.Sandbox.Control.Damaging;

namespace RestoreDrill.EndToEnd.Tests.MainJob;

/// <summary>Copy, drill, drill again, damage, drill: the whole way, on the command line.</summary>
public sealed partial class MainJobTests(SharedSandbox shared)
{
    [Fact]
    public async Task Copy_is_proven_then_unchanged_then_found_damaged()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        var writing = new CancellationTokenSource();
        var writer = new SampleWriter(
            SampleDatabase.AppConnection(await shared.Cloud.MasterAsync(SharedSandbox.Instance)), 50, new Random(1), TimeProvider.System).RunAsync(writing.Token);
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        await writing.CancelAsync();
        await writer;

        workbench.Set("SelfTest:Every", "7.00:00:00");
        var first = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);
        Assert.Contains("birth certificate is pinned", first.Everything, StringComparison.Ordinal);
        Assert.Matches("swapped-values of [a-z]+\\.[a-z_.]+ \\([a-z_]+\\) by birth-certificate", await workbench.AskStoreAsync<string>(
            "SELECT c->>'found' FROM restoredrill.run, jsonb_array_elements(state->'verdict'->'checks') c WHERE kind = 'drill' AND c->>'id' = 'self-test'"));
        var second = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(0);
        Assert.Contains("unchanged", second.Everything, StringComparison.Ordinal);

        await shared.Sandbox.Control.DamageAsync(
            new SnapshotDamage
            {
                Snapshot = await workbench.NewestCopyAsync(),
                Fault = RowFaults.SwapValues,
                Database = "courses",
                Table = "students",
                Column = "credit",
            },
            CancellationToken.None);
        var third = (await workbench.RunAsync("drill", Workbench.Database)).MustExit(3);
        Assert.Contains("courses.public.students", third.Everything, StringComparison.Ordinal);
        Assert.Equal("fail", await workbench.AskStoreAsync<string>("SELECT outcome FROM restoredrill.run ORDER BY created_at DESC LIMIT 1"));
        Assert.Empty(await shared.Cloud.InstancesAsync(workbench.ScratchPrefix));
    }

    [Fact]
    public async Task Copy_carries_its_facts_and_is_shared_with_nobody()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);

        var copy = Assert.Single(await Cloud.SnapshotsAsync(shared.Cloud.Vault, workbench.CopyPrefix));
        var tags = copy.TagList.ToDictionary(static tag => tag.Key, static tag => tag.Value);
        Assert.Null(Core.Copying.CopyFacts.TryRead(tags, out var facts));
        Assert.Equal(copy.DbiResourceId, facts!.SourceResourceId);
        Assert.Contains(":222222222222:key/", copy.KmsKeyId, StringComparison.Ordinal);
        var attributes = await shared.Cloud.Vault.DescribeDBSnapshotAttributesAsync(new() { DBSnapshotIdentifier = copy.DBSnapshotIdentifier });
        Assert.All(
            attributes.DBSnapshotAttributesResult.DBSnapshotAttributes ?? [],
            static attribute => Assert.Empty(attribute.AttributeValues ?? []));
    }

    [Fact]
    public async Task Random_drill_takes_an_older_copy_and_records_the_choice()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);
        var older = await workbench.NewestCopyAsync();
        (await workbench.RunAsync("copy", Workbench.Database)).MustExit(0);

        (await workbench.RunAsync("drill", Workbench.Database, "--random")).MustExit(0);

        Assert.Equal(older, await workbench.AskStoreAsync<string>("SELECT state->>'copyName' FROM restoredrill.run WHERE kind = 'drill'"));
        Assert.Equal("random-older", await workbench.AskStoreAsync<string>("SELECT state->>'selection' FROM restoredrill.run WHERE kind = 'drill'"));
        Assert.Equal(2, await workbench.AskStoreAsync<int>("SELECT jsonb_array_length(state->'candidates') FROM restoredrill.run WHERE kind = 'drill'"));
    }

    [Fact]
    public async Task Whole_way_leaves_no_secret_anywhere()
    {
        await using var workbench = await shared.NewWorkbenchAsync();
        var said = new List<string>();
        foreach (var command in new[] { "copy courses", "drill courses", "status", "runs", "explain latest", "config check", "explain latest --output json" })
        {
            said.Add((await workbench.RunAsync(command.Split(' '))).MustExit(0).Everything);
        }

        await using var connection = new NpgsqlConnection(workbench.Store);
        await connection.OpenAsync();
        foreach (var table in new[] { "run", "run_event", "evidence", "birth_certificate", "relation_reading" })
        {
            await using var command = new NpgsqlCommand($"SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM restoredrill.{table} t", connection);
            var rows = (string)(await command.ExecuteScalarAsync())!;
            Assert.NotEmpty(rows);
            said.Add(rows);
        }

        var secrets = shared.Sandbox.Keys.Select(static keys => keys.SecretAccessKey)
            .Append(new NpgsqlConnectionStringBuilder(workbench.Store).Password!)
            .Append(Cloud.MasterPassword);
        foreach (var text in said)
        {
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));

            // A master password is made of 40 of these characters; nothing else of that form belongs here.
            Assert.DoesNotMatch(PasswordForm(), text);
        }
    }

    [GeneratedRegex("(?<![A-Za-z0-9_-])(?=[^a-z\n]*[a-z])(?=[^A-Z\n]*[A-Z])[A-HJ-NP-Za-km-z2-9_-]{40}(?![A-Za-z0-9_-])")]
    private static partial Regex PasswordForm();
}
