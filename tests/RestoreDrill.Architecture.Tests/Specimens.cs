using Amazon.RDS;
using Amazon.RDS.Model;

namespace RestoreDrill.Architecture.Tests;

/// <summary>What the product must never contain, in every form it could be written in. Never called.</summary>
internal sealed class Specimens(IAmazonRDS rds, AmazonRDSClient client)
{
    public Task<DeleteDBInstanceResponse> Plain() => rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest());

    public Task<DeleteDBInstanceResponse> OnTheClass() => client.DeleteDBInstanceAsync(new DeleteDBInstanceRequest());

    public async Task Awaited()
    {
        await Task.Yield();
        await rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest());
    }

    public async Task AfterManyAwaits(int way)
    {
        await Task.Yield();
        await Task.Yield();
        await Task.Yield();
        await Task.Yield();
        await (way switch
        {
            0 => Task.CompletedTask,
            1 => Task.FromResult(way),
            2 => Task.FromResult("two"),
            3 => Task.FromResult(3L),
            _ => rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest()),
        });
    }

    public Func<DeleteDBInstanceRequest, CancellationToken, Task<DeleteDBInstanceResponse>> AsDelegate() => rds.DeleteDBInstanceAsync;

    public Func<Task> InALambda() => async () =>
    {
        await Task.Yield();
        await rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest());
    };

    public Task InALocalFunction()
    {
        return Inner();

        Task Inner() => rds.DeleteDBInstanceAsync(new DeleteDBInstanceRequest());
    }

    public static Task InAGenericMethod<T>(T subject)
        where T : IAmazonRDS => subject.DeleteDBInstanceAsync(new DeleteDBInstanceRequest());

    public static ModifyDBInstanceRequest Renamed() => new() { NewDBInstanceIdentifier = "x" };

    public static object? ByReflection(object subject) => subject.GetType().GetMethod("DeleteDBInstanceAsync")!.Invoke(subject, []);
}
