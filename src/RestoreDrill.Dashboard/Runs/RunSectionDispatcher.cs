using System.Globalization;
using System.Net;
using Hangfire.Dashboard;
using RestoreDrill.Core.Json;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>Answers the script of <see cref="RunSection"/>; only reads. Hangfire has asked its authorization filters before.</summary>
internal sealed class RunSectionDispatcher : IDashboardDispatcher
{
    /// <summary>Asked with <c>?after=</c>, the place of the last event that the page shows.</summary>
    public const string Route = "/restoredrill/runs/(?<Run>[0-9a-z]{12})/section";

    public static string PathOf(RunId id) => $"/restoredrill/runs/{id.Value}/section";

    public async Task Dispatch(DashboardContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.Method != "GET")
        {
            context.Response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            return;
        }

        if (!StorageReads.TryGet(context.Storage, out var reads) || !RunId.TryParse(context.UriMatch.Groups["Run"].Value, out var id))
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        var answer = await new RunReader(reads).ReadAsync(id).ConfigureAwait(false);
        if (answer.View is not { } view)
        {
            context.Response.StatusCode = (int)(answer.Problem is null ? HttpStatusCode.NotFound : HttpStatusCode.ServiceUnavailable);
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(answer.Problem ?? $"There is no run {id}.").ConfigureAwait(false);
            return;
        }

        var after = long.TryParse(context.Request.GetQuery("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? shown : 0;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(CanonicalJson.Write(RunSectionUpdate.Of(view, after))).ConfigureAwait(false);
    }
}
