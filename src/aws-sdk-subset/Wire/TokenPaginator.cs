using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace Amazon.Wire;

/// <summary>
/// Follows a token (<c>Marker</c>, <c>NextToken</c>) from page to page until an answer carries none. A page without items does not end it.
/// </summary>
internal abstract class TokenPaginator<TResponse> : IPaginator<TResponse>
{
    private int used;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    private protected abstract string FirstToken { get; }

    private protected abstract Task<TResponse> PageAsync(string token, CancellationToken cancellationToken);

    private protected abstract string NextToken(TResponse page);

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref used, 1) != 0)
        {
            throw new InvalidOperationException("A paginator can be enumerated once. Ask the client for a new one.");
        }

        var token = FirstToken;
        do
        {
            var page = await PageAsync(token, cancellationToken).ConfigureAwait(false);
            token = NextToken(page);
            cancellationToken.ThrowIfCancellationRequested();
            yield return page;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
