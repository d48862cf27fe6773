using RestoreDrill.Core.Watching;
using RestoreDrill.Records.Tests.Store;

namespace RestoreDrill.Records.Tests.Service;

public sealed class IncidentsTests(StoreServer server) : StoreTest(server)
{
    [Fact]
    public async Task Incident_is_recorded_once_per_key_and_the_first_stands()
    {
        Assert.True(await Store.RecordAsync(Missed("a"), Ct));
        Assert.False(await Store.RecordAsync(Missed("a") with { Message = "another" }, Ct));
        Assert.True(await Store.RecordAsync(Missed("b"), Ct));

        var found = await Store.ListIncidentsAsync(10, Ct);
        Assert.Equal(["b", "a"], found.Select(static incident => incident.Key));
        Assert.Equal("It did not happen.", found[1].Message);
    }

    [Fact]
    public async Task Incident_recorded_by_sixteen_hosts_at_once_is_new_to_one()
    {
        var recorded = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Store.RecordAsync(Missed("a"), Ct)));

        Assert.Single(recorded, static isNew => isNew);
        Assert.Single(await Store.ListIncidentsAsync(10, Ct));
    }

    [Fact]
    public async Task Incidents_of_every_kind_come_back_with_every_field_newest_first()
    {
        var run = await OpenAsync();
        Incident[] asked =
        [
            .. Enum.GetValues<IncidentKind>().Select(static kind => new Incident { Key = $"k:{kind}", Kind = kind, Subject = "sweep", Message = "m ж 🙂" }),
            Missed("of a run") with { Run = run.Id, Database = "курсы", At = DateTimeOffset.MaxValue },
        ];
        foreach (var incident in asked)
        {
            Assert.True(await Store.RecordAsync(incident, Ct));
        }

        var found = await Store.ListIncidentsAsync(100, Ct);

        Assert.Equal(asked.Reverse(), found.Select((incident, i) => incident with { At = asked[^(i + 1)].At }));
        Assert.All(found, incident => Assert.InRange(incident.At, run.CreatedAt, run.CreatedAt.AddMinutes(5)));
        Assert.Equal(found.Take(3), await Store.ListIncidentsAsync(3, Ct));
    }

    [Fact]
    public async Task Incident_with_a_character_that_cannot_be_stored_is_stored_without_it()
    {
        Assert.True(await Store.RecordAsync(Missed("a\0b") with { Message = "from \0 AWS" }, Ct));

        Assert.False(await Store.RecordAsync(Missed("a\0b"), Ct));
        Assert.Equal("from \u2400 AWS", Assert.Single(await Store.ListIncidentsAsync(1, Ct)).Message);
    }

    private static Incident Missed(string key) =>
        new() { Key = key, Kind = IncidentKind.DrillMissed, Subject = "drill:courses", Message = "It did not happen.", Database = "courses" };
}
