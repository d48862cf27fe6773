using System.Globalization;
using Hangfire.Client;

namespace RestoreDrill.Host.Service.Jobs;

/// <summary>Stamps each new job with the store's clock: hosts' clocks differ, and a run that was opened since a wish was made answers it.</summary>
internal sealed class StampAskedAt(Func<DateTimeOffset> storeClock) : IClientFilter
{
    public void OnCreating(CreatingContext context)
    {
        if (context.Job.Type == typeof(ServiceJobs) && !context.Parameters.ContainsKey(JobParameters.AskedAt))
        {
            context.SetJobParameter(JobParameters.AskedAt, storeClock().ToString("O", CultureInfo.InvariantCulture));
        }
    }

    public void OnCreated(CreatedContext context)
    {
    }
}
