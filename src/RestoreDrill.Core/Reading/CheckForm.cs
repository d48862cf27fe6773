namespace RestoreDrill.Core.Reading;

/// <summary>What the server says about a user's query without running it.</summary>
/// <param name="CanBeJudged">Whether an answer of this form can be compared with what the check expects.</param>
/// <param name="Found">The form, for example <c>1 column of type bigint</c>; or what is wrong, in the server's words where they are the server's.</param>
public sealed record CheckForm(bool CanBeJudged, string Found);
