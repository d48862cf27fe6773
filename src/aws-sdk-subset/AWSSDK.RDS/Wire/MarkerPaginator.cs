using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.RDS.Wire;

/// <summary>Follows <c>Marker</c> from page to page until an answer carries none.</summary>
internal abstract class MarkerPaginator<TResponse> : IPaginator<TResponse>
{
    private int used;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    private protected abstract string FirstMarker { get; }

    private protected abstract Task<TResponse> PageAsync(string marker, CancellationToken cancellationToken);

    private protected abstract string NextMarker(TResponse page);

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new InvalidOperationException("A paginator can be enumerated once. Ask the client for a new one.");
        }

        var marker = FirstMarker;
        do
        {
            var page = await PageAsync(marker, cancellationToken).ConfigureAwait(false);
            marker = NextMarker(page);
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
        while (!string.IsNullOrEmpty(marker));
    }
}
