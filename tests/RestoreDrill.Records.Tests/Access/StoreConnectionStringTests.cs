using Npgsql;
using RestoreDrill.Records.Access;

namespace RestoreDrill.Records.Tests.Access;

public sealed class StoreConnectionStringTests
{
    [Fact]
    public void Complete_adds_what_the_configuration_leaves_open()
    {
        var settings = new NpgsqlConnectionStringBuilder(StoreConnectionString.Complete("Host=db;Username=u"));

        Assert.Equal(
            ("db", "restoredrill", 30, 30, true),
            (settings.Host, settings.ApplicationName, settings.CommandTimeout, settings.KeepAlive, settings.TcpKeepAlive));
    }

    [Theory]
    [InlineData("Host=db;Application Name=mine;Command Timeout=5;Keepalive=7;Tcp Keepalive=false")]
    [InlineData("Server=db;ApplicationName=mine;CommandTimeout=5;KeepAlive=7;TcpKeepAlive=false")]
    public void Complete_leaves_what_the_configuration_says(string configured)
    {
        var settings = new NpgsqlConnectionStringBuilder(StoreConnectionString.Complete(configured));

        Assert.Equal(
            ("db", "mine", 5, 7, false),
            (settings.Host, settings.ApplicationName, settings.CommandTimeout, settings.KeepAlive, settings.TcpKeepAlive));
    }

    [Fact]
    public void Open_of_something_that_is_no_connection_string_is_refused() =>
        Assert.Throws<ArgumentException>(() => RecordsStore.Open("postgres://somewhere"));
}
