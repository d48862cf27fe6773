using RestoreDrill.Core.Runs;
using RestoreDrill.Host.Running;

namespace RestoreDrill.Host.Runs;

/// <summary>Finds the run a person means: an id, the beginning of one, or <c>latest</c>.</summary>
internal static class RunLookup
{
    private const int Newest = 10_000;

    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public static async Task<Run> FindAsync(IRunStore store, string text, CancellationToken cancellationToken)
    {
        if (text == "latest")
        {
            var latest = await store.ListAsync(database: null, kind: null, limit: 1, cancellationToken);
            return latest.Count > 0 ? latest[0] : throw new UsageException("There is no run yet.", "Begin one: restoredrill copy <database>.");
        }

        if (RunId.TryParse(text, out var id))
        {
            return await store.FindAsync(id, cancellationToken) ?? throw Unknown(text);
        }

        var runs = await store.ListAsync(database: null, kind: null, Newest, cancellationToken);
        var meant = runs.Where(run => run.Id.Value.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return meant.Count switch
        {
            1 => meant[0],
            0 => throw Unknown(text),
            _ => throw new UsageException(
                $"'{text}' is the beginning of {meant.Count} runs: {string.Join(", ", meant.Take(5).Select(static run => run.Id))}{(meant.Count > 5 ? ", ..." : "")}.",
                "Write more of the id."),
        };
    }

    private static UsageException Unknown(string text) =>
        new($"There is no run '{text}'.", "See `restoredrill runs` for the ids; the beginning of one is enough, and so is `latest`.");
}
