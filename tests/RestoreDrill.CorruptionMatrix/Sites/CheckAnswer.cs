using System.Text.Json.Nodes;

namespace RestoreDrill.CorruptionMatrix.Sites;

/// <summary>A check of a verdict.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c>, <c>errored</c>, <c>timedOut</c> or <c>notAvailable</c>.</param>
/// <param name="Text">Everything it says.</param>
internal sealed record CheckAnswer(string Id, string Outcome, string Text)
{
    public bool Passed => Outcome == "passed";

    /// <summary>Whether it says that something is wrong.</summary>
    public bool Alarms => Outcome is "failed" or "errored";

    /// <summary>What kind of check it is: <c>expected-rows:billing</c> is one of <c>expected-rows</c>.</summary>
    public string Kind => Id.Split(':')[0];

    internal static CheckAnswer Of(JsonNode check) => new(
        (string)check["id"]!, (string)check["outcome"]!, $"{(string?)check["question"]} {(string?)check["expected"]} {(string?)check["found"]}");
}
