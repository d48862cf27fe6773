using System.Text.Json;
using Amazon.Backup.Model;
using RestoreDrill.Sandbox.Accounts;
using RestoreDrill.Sandbox.Backup.RecoveryPoints;

namespace RestoreDrill.Sandbox.Tests.Backup;

[Collection(nameof(SharedBackupSandbox))]
public sealed class BackupLegalHoldTests(RunningSandbox sandbox) : IAsyncLifetime
{
    private const string Holds = "/legal-holds/";
    private readonly Backups backups = new(sandbox);
    private readonly BackupWire wire = new(sandbox.Host.BaseAddress, sandbox.Host.KeysOf(Account.Source));
    private readonly List<string> made = [];
    private string vault = null!;
    private string point = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        vault = await backups.CreateVaultAsync(backups.Source, "holds");
        point = (await backups.BackUpAsync(vault, 7)).RecoveryPointArn;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in made)
        {
            await wire.DeleteAsync($"{Holds}{id}?cancelDescription=over");
        }
    }

    [Fact]
    public async Task Hold_is_got_and_listed_as_it_was_made()
    {
        var created = await HoldAsync(new { VaultNames = new[] { vault } }, new() { ["case"] = "17" });
        var (id, arn) = (created.Of("LegalHoldId"), created.Of("LegalHoldArn"));
        Assert.Equal($"arn:aws:backup:eu-west-1:111111111111:legal-hold:{id}", arn);
        var got = await wire.GetAsync($"{Holds}{id}/");
        Assert.Equal(
            ("audit", "of 2026", "ACTIVE", arn, vault),
            (got.Of("Title"), got.Of("Description"), got.Of("Status"), got.Of("LegalHoldArn"), got["RecoveryPointSelection"].GetProperty("VaultNames")[0].GetString()));
        Assert.False(got.Has("CancellationDate"), "it is not cancelled");
        var listed = (await wire.GetAsync($"{Holds}?maxResults=1"))["LegalHolds"].EnumerateArray().Single();
        Assert.Equal((id, "ACTIVE"), (listed.GetProperty("LegalHoldId").GetString(), listed.GetProperty("Status").GetString()));
        var held = (await wire.GetAsync($"{Holds}{id}/recovery-points"))["RecoveryPoints"].EnumerateArray().Single();
        Assert.Equal(
            (point, Backups.Instance, "RDS", vault),
            (Text(held, "RecoveryPointArn"), Text(held, "ResourceArn"), Text(held, "ResourceType"), Text(held, "BackupVaultName")));
        Assert.Equal("17", (await backups.Source.ListTagsAsync(new ListTagsRequest { ResourceArn = arn }, Ct)).Tags["case"]);
        (await wire.GetAsync($"{Holds}none/")).Refused("ResourceNotFoundException", "none");
        (await wire.GetAsync($"{Holds}none/recovery-points")).Refused("InvalidParameterValueException", "none");
    }

    [Fact]
    public async Task Held_point_is_neither_deleted_nor_disassociated_until_every_hold_on_it_is_cancelled()
    {
        var first = (await HoldAsync(new { VaultNames = new[] { vault } })).Of("LegalHoldId");
        var second = (await HoldAsync(new { ResourceIdentifiers = new[] { Backups.Instance } })).Of("LegalHoldId");
        await Refusals.RefusedAsync<InvalidRequestException>(DeleteAsync, "The recovery point cannot be deleted because it has active legal hold(s)");
        await Refusals.RefusedAsync<InvalidRequestException>(DisassociateAsync, "cannot be disassociated because it has active legal hold(s)");
        await CancelAsync(first);
        await Refusals.RefusedAsync<InvalidRequestException>(DeleteAsync, "active legal hold(s)");
        await CancelAsync(second);
        await Refusals.RefusedAsync<InvalidRequestException>(DisassociateAsync, "is a snapshot, not a continuous backup");
        await DeleteAsync();
        await Refusals.RefusedAsync<ResourceNotFoundException>(DescribeAsync, "Cannot find recovery point");
    }

    [Fact]
    public async Task Held_point_does_not_expire_and_goes_when_the_hold_does()
    {
        var hold = (await HoldAsync(new { VaultNames = new[] { vault } })).Of("LegalHoldId");
        sandbox.Host.Control.Advance(TimeSpan.FromDays(30));
        Assert.Equal("COMPLETED", (await DescribeAsync()).Status.Value);
        await Refusals.RefusedAsync<InvalidRequestException>(DeleteAsync, "active legal hold(s)");
        await CancelAsync(hold);
        await Refusals.RefusedAsync<ResourceNotFoundException>(DescribeAsync, "Cannot find recovery point");
    }

    [Fact]
    public async Task Point_that_is_expired_already_stays_so_under_a_hold()
    {
        sandbox.Host.Control.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
        Assert.Equal("EXPIRED", (await DescribeAsync()).Status.Value);
        var hold = (await HoldAsync(new { VaultNames = new[] { vault } })).Of("LegalHoldId");
        sandbox.Host.Control.Advance(PointExpiry.Delay);
        Assert.Equal("EXPIRED", (await DescribeAsync()).Status.Value);
        await CancelAsync(hold);
        await Refusals.RefusedAsync<ResourceNotFoundException>(DescribeAsync, "Cannot find recovery point");
    }

    [Fact]
    public async Task Hold_is_for_what_is_selected_alone_and_for_what_there_was()
    {
        var created = (await DescribeAsync()).CreationDate!.Value;
        var seconds = new DateTimeOffset(created, TimeSpan.Zero).ToUnixTimeMilliseconds() / 1000m;
        var other = await backups.CreateVaultAsync(backups.Source, "other");
        Assert.Equal([point], await SelectedAsync(new { VaultNames = new[] { vault }, DateRange = new { FromDate = seconds, ToDate = seconds } }));
        Assert.Equal([point], await SelectedAsync(new { VaultNames = new[] { other, vault }, ResourceIdentifiers = new[] { "RDS" } }));
        Assert.Equal([point], await SelectedAsync(new { ResourceIdentifiers = new[] { Backups.VaultArn(Account.Source, vault) } }));
        Assert.Empty(await SelectedAsync(new { VaultNames = new[] { vault }, DateRange = new { FromDate = seconds - 60, ToDate = seconds - 1 } }));
        Assert.Empty(await SelectedAsync(new { VaultNames = new[] { vault }, DateRange = new { FromDate = seconds + 0.001m, ToDate = seconds + 0.002m } }));
        Assert.Empty(await SelectedAsync(new { VaultNames = new[] { vault }, ResourceIdentifiers = new[] { "EFS", Backups.Instance + "-other" } }));
        Assert.Empty(await SelectedAsync(new { VaultNames = new[] { other } }));
        Assert.Contains(point, await SelectedAsync(null));

        var later = (await backups.BackUpAsync(other, 7)).RecoveryPointArn;
        var hold = made[^2];
        Assert.Empty((await wire.GetAsync($"{Holds}{hold}/recovery-points"))["RecoveryPoints"].EnumerateArray());
        await backups.Source.DeleteRecoveryPointAsync(new DeleteRecoveryPointRequest { BackupVaultName = other, RecoveryPointArn = later }, Ct);
    }

    [Fact]
    public async Task Repeated_hold_with_its_token_is_the_same_and_another_one_is_refused()
    {
        object Body(string title) => new { Title = title, Description = "d", IdempotencyToken = vault, RecoveryPointSelection = new { VaultNames = new[] { vault } } };
        var first = await wire.PostAsync(Holds, Body("first"));
        made.Add(first.Of("LegalHoldId"));
        Assert.Equal(first.Of("LegalHoldId"), (await wire.PostAsync(Holds, Body("first"))).Of("LegalHoldId"));
        (await wire.PostAsync(Holds, Body("second"))).Refused("InvalidParameterValueException", "idempotency token");
    }

    [Theory]
    [InlineData("""{"Description":"d"}""", "MissingParameterValueException", "Title")]
    [InlineData("""{"Title":"t"}""", "MissingParameterValueException", "Description")]
    [InlineData("""{"Title":"t","Description":"d","RecoveryPointSelection":{"VaultNames":["no-such-vault"]}}""", "InvalidParameterValueException", "no-such-vault")]
    [InlineData("""{"Title":"t","Description":"d","RecoveryPointSelection":{"DateRange":{"FromDate":1}}}""", "MissingParameterValueException", "ToDate")]
    [InlineData("""{"Title":"t","Description":"d","RecoveryPointSelection":{"DateRange":{"ToDate":1}}}""", "MissingParameterValueException", "FromDate")]
    [InlineData("""{"Title":"t","Description":"d","RecoveryPointSelection":{"DateRange":{"FromDate":2,"ToDate":1}}}""", "InvalidParameterValueException", "after ToDate")]
    [InlineData("""{"Title":"t","Description":"d","RecoveryPointSelection":{"DateRange":{"FromDate":"May","ToDate":1}}}""", "InvalidParameterValueException", "May")]
    [InlineData("""{"Title":"t","Description":"d","RecoveryPointSelection":{"DateRange":{"FromDate":1,"ToDate":99999999999}}}""", "InvalidParameterValueException", "in the future")]
    [InlineData("""{"Title":"t","Description":"d","Tags":{"aws:a":"b"}}""", "InvalidParameterValueException", "reserved")]
    public async Task Hold_that_cannot_be_read_is_refused(string body, string code, string text)
    {
        var before = (await wire.GetAsync(Holds))["LegalHolds"].GetArrayLength();
        (await wire.PostAsync(Holds, JsonSerializer.Deserialize<JsonElement>(body))).Refused(code, text);
        Assert.Equal(before, (await wire.GetAsync(Holds))["LegalHolds"].GetArrayLength());
    }

    [Fact]
    public async Task Account_has_at_most_fifty_active_holds()
    {
        for (var active = await ActiveAsync(); active < 50; active++)
        {
            await HoldAsync(new { VaultNames = new[] { vault } });
        }

        (await wire.PostAsync(Holds, new { Title = "one", Description = "too many" })).Refused("LimitExceededException", "50");
        await CancelAsync(made[0]);
        await HoldAsync(new { VaultNames = new[] { vault } });
    }

    [Fact]
    public async Task Cancelled_hold_stays_on_record_as_long_as_was_asked_and_cannot_be_cancelled_again()
    {
        var id = (await HoldAsync(new { VaultNames = new[] { vault } })).Of("LegalHoldId");
        (await wire.DeleteAsync(Holds + id)).Refused("MissingParameterValueException", "CancelDescription");
        (await wire.DeleteAsync($"{Holds}{id}?cancelDescription=over&retainRecordInDays=-1")).Refused("InvalidParameterValueException", "RetainRecordInDays");
        (await wire.DeleteAsync($"{Holds}none?cancelDescription=over")).Refused("ResourceNotFoundException", "none");
        var answer = await wire.DeleteAsync($"{Holds}{id}?cancelDescription=over&retainRecordInDays=2");
        Assert.Equal((201, ""), (answer.Status, answer.Text));
        var cancelled = await wire.GetAsync(Holds + id);
        Assert.Equal(("CANCELED", "over"), (cancelled.Of("Status"), cancelled.Of("CancelDescription")));
        Assert.Equal(172800m, cancelled["RetainRecordUntil"].GetDecimal() - cancelled["CancellationDate"].GetDecimal());
        Assert.Empty((await wire.GetAsync($"{Holds}{id}/recovery-points"))["RecoveryPoints"].EnumerateArray());
        await Refusals.RefusedAsync<InvalidResourceStateException>(() => CancelAsync(id), "is CANCELED");
        sandbox.Host.Control.Advance(TimeSpan.FromDays(2));
        (await wire.GetAsync(Holds + id)).Refused("ResourceNotFoundException", id);
    }

    [Fact]
    public async Task Sdk_makes_a_hold_of_whole_seconds_that_are_answered_to_it()
    {
        var to = sandbox.Host.Control.Now.UtcDateTime;
        var answer = await backups.Source.CreateLegalHoldAsync(new CreateLegalHoldRequest
        {
            Title = "audit",
            Description = "of 2026",
            RecoveryPointSelection = new RecoveryPointSelection { VaultNames = [vault], DateRange = new DateRange { FromDate = to.AddDays(-1), ToDate = to } },
        }, Ct);
        made.Add(answer.LegalHoldId);
        Assert.Equal(("ACTIVE", "audit", vault), (answer.Status.Value, answer.Title, Assert.Single(answer.RecoveryPointSelection.VaultNames)));
        Assert.Equal(new DateTime(to.Ticks - (to.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc), answer.RecoveryPointSelection.DateRange.ToDate);
    }

    [Fact]
    public async Task Role_without_permission_can_neither_make_nor_cancel_a_hold()
    {
        var id = (await HoldAsync(new { VaultNames = new[] { vault } })).Of("LegalHoldId");
        var role = sandbox.Backup(await sandbox.AssumeAsync("restoredrill-source", Account.Source, sandbox.Host.ExternalId));
        var refusal = await Refusals.RefusedAsync<Amazon.Backup.AmazonBackupException>(
            () => role.CancelLegalHoldAsync(new CancelLegalHoldRequest { LegalHoldId = id, CancelDescription = "over" }, Ct),
            $"is not authorized to perform: backup:CancelLegalHold on resource: arn:aws:backup:eu-west-1:111111111111:legal-hold:{id} because no identity-based policy allows");
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        await Refusals.RefusedAsync<Amazon.Backup.AmazonBackupException>(
            () => role.CreateLegalHoldAsync(new CreateLegalHoldRequest { Title = "audit", Description = "of 2026" }, Ct),
            "is not authorized to perform: backup:CreateLegalHold on resource: arn:aws:backup:eu-west-1:111111111111:legal-hold:* because no identity-based policy allows");
        await Refusals.RefusedAsync<Amazon.Backup.AmazonBackupException>(
            () => role.DisassociateRecoveryPointAsync(new DisassociateRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct),
            $"is not authorized to perform: backup:DisassociateRecoveryPoint on resource: {point}");
        Assert.Equal("ACTIVE", (await wire.GetAsync(Holds + id)).Of("Status"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<WireAnswer> HoldAsync(object? selection, Dictionary<string, string>? tags = null)
    {
        var answer = await wire.PostAsync(Holds, new { Title = "audit", Description = "of 2026", RecoveryPointSelection = selection, Tags = tags });
        made.Add(answer.Of("LegalHoldId"));
        return answer;
    }

    private async Task<List<string>> SelectedAsync(object? selection)
    {
        var id = (await HoldAsync(selection)).Of("LegalHoldId");
        return [.. (await wire.GetAsync($"{Holds}{id}/recovery-points"))["RecoveryPoints"].EnumerateArray().Select(held => Text(held, "RecoveryPointArn"))];
    }

    private async Task<int> ActiveAsync() => (await wire.GetAsync(Holds))["LegalHolds"].EnumerateArray().Count(hold => Text(hold, "Status") == "ACTIVE");

    private Task<CancelLegalHoldResponse> CancelAsync(string id) =>
        backups.Source.CancelLegalHoldAsync(new CancelLegalHoldRequest { LegalHoldId = id, CancelDescription = "the audit is over" }, Ct);

    private Task<DescribeRecoveryPointResponse> DescribeAsync() =>
        backups.Source.DescribeRecoveryPointAsync(new DescribeRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct);

    private Task<DeleteRecoveryPointResponse> DeleteAsync() =>
        backups.Source.DeleteRecoveryPointAsync(new DeleteRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct);

    private Task<DisassociateRecoveryPointResponse> DisassociateAsync() =>
        backups.Source.DisassociateRecoveryPointAsync(new DisassociateRecoveryPointRequest { BackupVaultName = vault, RecoveryPointArn = point }, Ct);
}
