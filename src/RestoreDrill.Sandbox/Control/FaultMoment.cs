namespace RestoreDrill.Sandbox.Control;

/// <summary>When a fault strikes.</summary>
public enum FaultMoment
{
    /// <summary>The call is refused and nothing is done.</summary>
    Before,

    /// <summary>The call is carried out, and answered with the error all the same.</summary>
    After,

    /// <summary>The call is carried out, and the connection is dropped without an answer.</summary>
    LostAnswer,

    /// <summary>The connection is dropped and nothing is done.</summary>
    LostCall,
}
