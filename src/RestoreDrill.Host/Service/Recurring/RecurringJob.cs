using Hangfire;

namespace RestoreDrill.Host.Service.Recurring;

/// <summary>Something that recurs.</summary>
/// <param name="Name">Its name, for example <c>drill:courses</c>.</param>
/// <param name="Cron">When, as Hangfire reads it.</param>
/// <param name="TimeZone">In which time zone.</param>
/// <param name="Misfire">What becomes of moments that passed while no service ran.</param>
internal sealed record RecurringJob(string Name, string Cron, TimeZoneInfo TimeZone, MisfireHandlingMode Misfire);
