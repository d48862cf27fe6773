using Hangfire;
using RestoreDrill.Host.Service.Recurring;

namespace RestoreDrill.Host.Service;

/// <summary>Hangfire, once its storage has answered.</summary>
internal sealed record HangfireParts(JobStorage Storage, IBackgroundJobClientV2 Client, RecurringRegistry Registry);
