using System.Net;
using System.Text.RegularExpressions;

namespace RestoreDrill.EndToEnd.Tests.Setting;

/// <summary>The dashboard of a service, used as a browser would: pages, their links, and the buttons with the page's own token.</summary>
public sealed partial class HangfireDashboard(Uri address) : IDisposable
{
    private const string Root = "/hangfire";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = true }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Presses "trigger now" on recurring jobs, for example <c>drill:courses</c>.</summary>
    public Task TriggerAsync(params string[] recurring) => PressAsync("/recurring", "/recurring/trigger", recurring);

    /// <summary>Presses "requeue" on jobs.</summary>
    public Task RequeueAsync(string job) => PressAsync($"/jobs/details/{job}", $"/jobs/actions/requeue/{job}", []);

    /// <summary>Presses "delete" on a job's page.</summary>
    public Task DeleteAsync(string job) => PressAsync($"/jobs/details/{job}", $"/jobs/actions/delete/{job}", []);

    /// <summary>A page of the dashboard, which must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        var (status, text) = await GetAsync(Root + path);
        return status == HttpStatusCode.OK ? text : throw new HttpRequestException($"{Root}{path} answered {(int)status}: {text}", null, status);
    }

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Every page that can be reached by links from the first one, by path; what the links of jobs lead to as well.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CrawlAsync()
    {
        var pages = new Dictionary<string, string>();
        var waiting = new Queue<string>([Root]);
        while (waiting.TryDequeue(out var path))
        {
            if (pages.ContainsKey(path))
            {
                continue;
            }

            var (status, text) = await GetAsync(path);
            pages[path] = status == HttpStatusCode.OK ? text : throw new HttpRequestException($"{path} answered {(int)status}: {text}", null, status);
            foreach (Match link in Link().Matches(text))
            {
                var target = WebUtility.HtmlDecode(link.Groups["path"].Value).Split('#')[0];
                if (target == Root || target.StartsWith(Root + "/", StringComparison.Ordinal) || target.StartsWith(Root + "?", StringComparison.Ordinal))
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return pages;
    }

    public void Dispose() => _http.Dispose();

    private async Task PressAsync(string page, string action, string[] jobs)
    {
        var shown = await PageAsync(page);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Root + action, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(jobs.Select(static job => KeyValuePair.Create("jobs[]", job))),
        };
        var meta = Meta().Matches(shown).ToDictionary(static tag => tag.Groups["name"].Value, static tag => WebUtility.HtmlDecode(tag.Groups["content"].Value));
        if (meta.TryGetValue("csrf-header", out var header) && meta.TryGetValue("csrf-token", out var token))
        {
            request.Headers.Add(header, token);
        }

        using var response = await _http.SendAsync(request);
        if (response.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.OK))
        {
            throw new HttpRequestException($"{action} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}", null, response.StatusCode);
        }
    }

    // Not what buttons post to.
    [GeneratedRegex("""<(?!button\b)[a-z]+\b[^>]*?\s(?:href|src|data-url)="(?<path>/hangfire[^"]*)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("""<meta\s+name="(?<name>csrf-[a-z]+)"\s+content="(?<content>[^"]*)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Meta();
}
