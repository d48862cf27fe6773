namespace RestoreDrill.Records.Journal;

/// <summary>A journal is not what was written. Nothing of it was changed.</summary>
/// <param name="path">The file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="problem">What is wrong with it, a clause.</param>
/// <param name="inner">What told of it.</param>
public sealed class BrokenJournalException(string path, int line, string problem, Exception? inner = null) : Exception(
    $"Line {line} of the journal {path} is not what was written there: {problem}. The file was edited, or its disk is failing; nothing of it was changed now, and what the restore made in AWS stays as it is. "
    + "Bring back an unchanged one from wherever there is one. Otherwise move it aside and keep it: with the plan alone `restoredrill restore run` goes on with the instance that is there, unless that was handed over. A file that was "
    + "changed is not taken into the store.",
    inner);
