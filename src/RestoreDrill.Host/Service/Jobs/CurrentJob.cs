using System.Globalization;
using Hangfire.Server;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>The Hangfire job under way, as far as our own work needs to know it.</summary>
internal sealed record CurrentJob
{
    public required string Id { get; init; }

    /// <summary>Whether a person asked: by "trigger now", or for the run that the job goes on with.</summary>
    public required bool Asked { get; init; }

    /// <summary>When it was made (the store's clock); null: by a release that did not stamp it.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Who asked, where that is known.</summary>
    public string? AskedBy { get; init; }

    /// <summary>When it was made, by the clock of the host that made it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The moment for which a recurring job was triggered, by the clock of the host that did.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The run that was found to answer this job though another one carries it; null: none yet.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>Remembers the run that answers this job though another one carries it.</summary>
    public required Action<string> RememberRun { get; init; }

    public static CurrentJob Of(PerformContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var created = new DateTimeOffset(DateTime.SpecifyKind(context.BackgroundJob.CreatedAt, DateTimeKind.Utc));
        var time = context.GetJobParameter<long?>(JobParameters.Time);
        var askedAt = context.GetJobParameter<string>(JobParameters.AskedAt);
        return new CurrentJob
        {
            Id = context.BackgroundJob.Id,
            Asked = context.GetJobParameter<bool>(JobParameters.Asked),
            AskedAt = askedAt is null ? null : DateTimeOffset.Parse(askedAt, CultureInfo.InvariantCulture),
            AskedBy = context.GetJobParameter<string>(JobParameters.AskedBy),
            CreatedAt = created,
            Time = time is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : created,
            AnsweredBy = context.GetJobParameter<string>(JobParameters.Run),
            RememberRun = run => context.SetJobParameter(JobParameters.Run, run),
        };
    }
}
