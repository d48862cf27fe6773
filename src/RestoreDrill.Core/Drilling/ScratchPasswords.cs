using System.Collections.Concurrent;
using RestoreDrill.Core.Runs;

namespace RestoreDrill.Core.Drilling;

/// <summary>
/// The master passwords this process has set, in its memory only. A process that takes a drill over finds none here and sets a new one.
/// </summary>
internal sealed class ScratchPasswords
{
    private readonly ConcurrentDictionary<RunId, MasterPassword> _passwords = new();

    public MasterPassword? Find(RunId drill) => _passwords.GetValueOrDefault(drill);

    public void Keep(RunId drill, MasterPassword password) => _passwords[drill] = password;

    public void Forget(RunId drill) => _passwords.TryRemove(drill, out _);
}
