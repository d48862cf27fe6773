using System.Text.Json;

namespace RestoreDrill.Core.Terraform;

/// <summary>Collects what a document says of itself, and tells which kind it is once all of it is read.</summary>
internal sealed class SubjectBuilder
{
    private static readonly string[] Wanted = ["format_version", "terraform_version", "version", "serial", "lineage", "errored", "complete"];

    private static readonly string[] OfPlans =
    [
        "planned_values", "resource_changes", "resource_drift", "deferred_changes", "prior_state", "configuration", "output_changes", "applyable", "complete", "errored",
    ];

    private static readonly string[] OfStateFiles = ["terraform_version", "serial", "lineage", "resources"];

    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private TerraformSubject _subject = new();

    private bool IsStateFile => _members.Contains("version");

    public static bool IsWanted(string name) => Wanted.Contains(name, StringComparer.Ordinal);

    /// <exception cref="TerraformDocumentException">The version is not 1.x.</exception>
    public static void RequireKnownVersion(JsonElement version)
    {
        var text = version.ValueKind == JsonValueKind.String ? Members.TextOf(version) : version.GetRawText();
        if (version.ValueKind != JsonValueKind.String || !text.StartsWith("1.", StringComparison.Ordinal) || text.Length < 3 || text.AsSpan(2).ContainsAnyExceptInRange('0', '9'))
        {
            throw new TerraformDocumentException(GuardRules.UnknownFormat, $"The format version {Printable.Of(text)} is not known; 1.x is (Terraform 1.1 and later, OpenTofu).");
        }
    }

    public void Has(string name) => _members.Add(name);

    public void Set(string name, JsonElement value)
    {
        switch (name)
        {
            case "format_version":
                RequireKnownVersion(value);
                _subject = _subject with { FormatVersion = Members.TextOf(value) };
                break;
            case "version":
                _subject = _subject with { FormatVersion = Printable.Of(value.GetRawText()) };
                if (value.ValueKind != JsonValueKind.Number || value.GetRawText() != "4")
                {
                    throw new TerraformDocumentException(
                        GuardRules.UnknownFormat, $"The state file's version {_subject.FormatVersion} is not known; 4 is (Terraform 0.12 and later, OpenTofu).");
                }

                break;
            case "terraform_version":
                _subject = _subject with { TerraformVersion = Printable.Of(Required(name, value, JsonValueKind.String, Members.TextOf)) };
                break;
            case "serial":
                _subject = _subject with { Serial = Required(name, value, JsonValueKind.Number, static number => number.TryGetInt64(out var serial) ? serial : -1) };
                break;
            case "lineage":
                _subject = _subject with { Lineage = Printable.Of(Required(name, value, JsonValueKind.String, Members.TextOf)) };
                break;
            case "errored":
                _subject = _subject with { Errored = Flag(name, value) };
                break;
            case "complete":
                _subject = _subject with { Complete = Flag(name, value) };
                break;
        }
    }

    /// <summary>The subject.</summary>
    /// <exception cref="TerraformDocumentException">It is no kind that can be judged.</exception>
    public TerraformSubject Build()
    {
        if (_members.Contains("encrypted_data"))
        {
            throw Refuse("This is an encrypted state or plan of OpenTofu. Hand in `tofu show -json`.");
        }

        if (_members.Contains("@level"))
        {
            throw Refuse("This is the log that `terraform plan -json` prints. Write a plan file with `terraform plan -out=<file>`, and hand in `terraform show -json <file>`.");
        }

        var isPlan = OfPlans.Any(_members.Contains);
        var isShown = _members.Contains("values");
        if (IsStateFile ? _members.Contains("format_version") || isPlan || isShown : _members.Contains("resources") || (isPlan && isShown))
        {
            throw Refuse("The document has members of different kinds (plan, state file, shown state): which of them it is cannot be told.");
        }

        return IsStateFile ? StateFile()
            : !_members.Contains("format_version") ? throw Refuse("The document has neither format_version nor version: it is no state and no plan of Terraform.")
            : isPlan ? _subject with { Kind = TerraformDocumentKind.Plan }
            : isShown ? _subject with { Kind = TerraformDocumentKind.ShownState }
            : throw Refuse("The document says a format version and nothing else: what `terraform show -json` prints where there is no state. Name the plan file: `terraform show -json <plan file>`.");
    }

    private static TerraformDocumentException Refuse(string message) => new(GuardRules.Unreadable, message);

    private static bool Flag(string name, JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : throw Refuse($"{name} is neither true nor false.");

    private static T Required<T>(string name, JsonElement value, JsonValueKind kind, Func<JsonElement, T> read) =>
        value.ValueKind == kind ? read(value) : throw Refuse($"{name} is not what a document of Terraform has there.");

    private TerraformSubject StateFile()
    {
        var missing = OfStateFiles.Where(name => !_members.Contains(name)).ToList();
        return missing.Count == 0
            ? _subject with { Kind = TerraformDocumentKind.StateFile }
            : throw Refuse($"The state file has no {string.Join(", no ", missing)}: it is not whole.");
    }
}
