using System.Reflection;
using Amazon.Runtime;

namespace AWSSDK.Wire.Tests;

/// <summary>The golden files beside the tests, and the operations of a client's interface that they are for.</summary>
internal static class GoldenFiles
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    public static string Read(string operation, string kind) => File.ReadAllText(Path.Combine(Folder, $"{operation}.{kind}")).TrimEnd('\n');

    /// <summary>The operations that have a file of a kind, in order.</summary>
    public static IEnumerable<string> WithA(string kind)
        => Directory.GetFiles(Folder, $"*.{kind}").Select(f => Path.GetFileName(f).Split('.')[0]).Order();

    public static IEnumerable<string> OperationsOf<TClient>() => typeof(TClient).GetMethods()
        .Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(m => m.Name[..^"Async".Length])
        .Distinct()
        .Order();

    /// <summary>Calls an operation with a request of the given values.</summary>
    public static async Task<AmazonWebServiceResponse> InvokeAsync<TClient>(TClient client, string operation, string json)
        where TClient : notnull
    {
        var method = typeof(TClient).GetMethods().Single(m => m.Name == operation + "Async" && m.GetParameters().Length == 2);
        dynamic task = Invoke(method, client, GoldenJson.Read(json, method.GetParameters()[0].ParameterType));
        return (AmazonWebServiceResponse)await task;
    }

    private static object Invoke(MethodInfo method, object client, object request)
        => method.Invoke(client, [request, TestContext.Current.CancellationToken])!;
}
