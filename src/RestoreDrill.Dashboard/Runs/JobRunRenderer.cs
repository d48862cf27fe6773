using Hangfire.Dashboard;
using RestoreDrill.Dashboard.Html;

namespace RestoreDrill.Dashboard.Runs;

/// <summary>The section of a job's page; nothing for jobs that have no run.</summary>
internal static class JobRunRenderer
{
    public static NonEscapedString Render(JobDetailsRendererDto job)
    {
        if (!StorageReads.TryGet(job.Page.Context.Storage, out var reads))
        {
            return new NonEscapedString(string.Empty);
        }

        // Hangfire draws its pages synchronously.
        var answer = new RunReader(reads).ReadByJobAsync(job.JobId, JoinedRun.Of(job.JobDetails)).GetAwaiter().GetResult();
        return new NonEscapedString(Draw(answer, job).ToString());
    }

    private static Markup Draw(RunAnswer answer, JobDetailsRendererDto job)
    {
        if (answer.Problem is { } problem)
        {
            return RunSection.Problem(problem);
        }

        return answer.View is { } view
            ? RunSection.Draw(view, job.Page.Url.To(RunSectionDispatcher.PathOf(view.Run.Id)), Joined(view, job))
            : Markup.None;
    }

    private static Markup Joined(RunView view, JobDetailsRendererDto job) => view.Run.Job switch
    {
        { } carrier when carrier == job.JobId => Markup.None,
        { } carrier => Markup.Of(
            $"""
            <p class="rd-line rd-open"><strong>This job joined a run that was there already;</strong> it is carried by job <a href="{job.Page.Url.JobDetails(carrier)}">#{carrier}</a>.</p>

            """),
        null => Markup.Of(
            $"""
            <p class="rd-line rd-open"><strong>This job joined a run that was there already;</strong> a process drives that run by itself.</p>

            """),
    };
}
