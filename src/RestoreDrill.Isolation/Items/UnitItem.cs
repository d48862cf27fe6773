using RestoreDrill.Core.GuardRails;
using RestoreDrill.Isolation.Accounts;

namespace RestoreDrill.Isolation.Items;

/// <summary>The new unit is made right where the vault account is, so that every policy that bound the account goes on binding it.</summary>
internal sealed class UnitItem(IsolationOptions options, ManagementOrganisation organisation) : IIsolationItem
{
    public string Id => "unit";

    public string Account => "management";

    public string Says => "The vault account is alone in an organisational unit";

    public async Task<ItemLook> LookAsync(CancellationToken cancellationToken)
    {
        var parent = await ParentAsync(cancellationToken);
        var others = (await organisation.AccountsInAsync(parent.Id, cancellationToken)).Where(account => account != options.VaultAccount).ToList();
        if (!parent.IsRoot && others.Count == 0)
        {
            return ItemLook.Done($"alone in unit {parent.Id}");
        }

        var found = parent.IsRoot ? $"in the root {parent.Id}" : $"in unit {parent.Id} with {string.Join(", ", others)}";
        if (await organisation.FindUnitAsync(parent.Id, options.Unit, cancellationToken) is not { } unit)
        {
            return ItemLook.ToDo(found, [$"makes unit {options.Unit} in {parent.Id}", $"moves account {options.VaultAccount} into it"]);
        }

        var strangers = await organisation.AccountsInAsync(unit, cancellationToken);
        return strangers.Count == 0
            ? ItemLook.ToDo(found, $"moves account {options.VaultAccount} into unit {unit} ({options.Unit})")
            : ItemLook.NeedsPerson(
                $"{found}; unit {unit} ({options.Unit}) holds {string.Join(", ", strangers)}",
                $"move these accounts out of the unit, or name another one: RestoreDrill:Isolation:Unit");
    }

    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var parent = await ParentAsync(cancellationToken);
        var unit = await organisation.FindUnitAsync(parent.Id, options.Unit, cancellationToken) ?? await organisation.CreateUnitAsync(parent.Id, options.Unit, cancellationToken);
        await organisation.MoveVaultAsync(parent.Id, unit, cancellationToken);
    }

    private async Task<OrganisationTarget> ParentAsync(CancellationToken cancellationToken) => (await organisation.PathAsync(cancellationToken))[1];
}
