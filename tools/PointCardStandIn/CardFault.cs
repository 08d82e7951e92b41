namespace Concierge.PointCardStandIn;

/// <summary>What can go wrong at the operator's, or on the way there.</summary>
public enum CardFault
{
    /// <summary>No answer at all.</summary>
    Hangs,

    /// <summary>500 in HTML.</summary>
    Breaks,

    /// <summary>503 with <c>try_later</c>.</summary>
    Sleeps,

    /// <summary>429 with <c>too_many</c>.</summary>
    IsBusy,

    /// <summary>401 with <c>not_allowed</c>.</summary>
    ForgetsUs,

    /// <summary>302 to elsewhere.</summary>
    SendsAway,

    /// <summary>404 in HTML, of some proxy on the way.</summary>
    IsNotThere,

    /// <summary>200 with half a statement.</summary>
    StopsHalfway,

    /// <summary>200 with JSON that is no statement.</summary>
    SaysSomethingElse,

    /// <summary>200 with more than anybody reads.</summary>
    TalksForEver,

    /// <summary>The connection is cut.</summary>
    Cuts,
}
