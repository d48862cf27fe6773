namespace RestoreDrill.Verification.Checks;

/// <summary>What a user's query gave.</summary>
/// <param name="Columns">How many columns; 0: it gave no result at all, as SET does.</param>
/// <param name="Rows">0, 1, or 2 for "more than one".</param>
/// <param name="TypeName">PostgreSQL's name of the first column's type, for example <c>timestamp with time zone</c>.</param>
/// <param name="Text">The value of the first column of the first row, as PostgreSQL writes it; null for NULL or no row.</param>
internal sealed record Answer(int Columns, int Rows, string TypeName, string? Text);
