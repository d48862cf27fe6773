using System.Globalization;
using RestoreDrill.Core.Copying;
using RestoreDrill.Core.Protection;

namespace RestoreDrill.Core.GuardRails.Rules;

internal sealed class NewestCopyRule(InstallationOptions options, ProtectedDatabase database, IVaultAccount vault, TimeProvider time) : IGuardRailRule
{
    public GuardRail Rail => GuardRailCatalog.NewestCopy;

    public async Task<GuardRailAnswer> AskAsync(CancellationToken cancellationToken)
    {
        var copies = CopyList.Of(await vault.ListSnapshotsAsync(cancellationToken).ConfigureAwait(false), options.Installation, database.Name);
        if (copies.Count == 0)
        {
            return GuardRailAnswer.Broken(Rail, "there is no copy");
        }

        if ((copies[0].DatabaseTime ?? copies[0].OriginalCreateTime) is not { } taken)
        {
            return GuardRailAnswer.NotCheckable(Rail, $"AWS does not say when the data of {copies[0].Name} is of");
        }

        var found = string.Create(CultureInfo.InvariantCulture, $"{copies[0].Name} holds the data of {taken:yyyy-MM-dd HH:mm} UTC");
        return time.GetUtcNow() - taken > database.MaximumCopyAge
            ? GuardRailAnswer.Broken(Rail, string.Create(CultureInfo.InvariantCulture, $"{found}, and {database.MaximumCopyAge.TotalHours:0.#} h are allowed (MaximumCopyAge)"))
            : GuardRailAnswer.Holds(Rail, found);
    }
}
