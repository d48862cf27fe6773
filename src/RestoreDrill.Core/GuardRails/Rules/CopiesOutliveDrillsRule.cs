using System.Globalization;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

/// <summary>The newest copy must outlast the longest time that may pass until a drill: by then at the latest one will want it.</summary>
internal sealed class CopiesOutliveDrillsRule(InstallationOptions options, ProtectedDatabase database, IVaultAccount vault, RecordedCopies copies, TimeProvider time) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.CopiesOutliveDrills;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var look = await copies.NewestAsync(cancellationToken).ConfigureAwait(false);
        if (look.Copy is not { } newest)
        {
            return GuardRailAnswer.Broken(Rail, look.WhyNone);
        }

        if (!newest.IsRecoveryPoint)
        {
            return GuardRailAnswer.Holds(Rail, $"{newest.Name} is a manual snapshot, which has no end");
        }

        if (options.Backup is not { } backup)
        {
            return GuardRailAnswer.NotCheckable(Rail, "the configuration names no backup vault");
        }

        if (await vault.FindPointAsync(backup.VaultName, newest.Arn, cancellationToken).ConfigureAwait(false) is not { } point)
        {
            return GuardRailAnswer.Broken(Rail, $"backup vault {backup.VaultName} has no recovery point {newest.Arn}");
        }

        if (!point.IsUsable)
        {
            return GuardRailAnswer.Broken(Rail, $"{newest.Name} is {point.Status}");
        }

        var end = point.DeleteAt is { } deleteAt ? string.Create(CultureInfo.InvariantCulture, $"stays until {deleteAt:yyyy-MM-dd HH:mm} UTC") : "has no end";
        return point.DeleteAt - time.GetUtcNow() < database.MaximumProofAge
            ? GuardRailAnswer.Broken(Rail, $"{newest.Name} {end}, and a drill may be as far off as {database.MaximumProofAge.TotalDays:0.#} days (MaximumProofAge)")
            : GuardRailAnswer.Holds(Rail, $"{newest.Name} {end}");
    }
}
