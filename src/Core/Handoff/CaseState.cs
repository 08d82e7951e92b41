namespace Concierge.Core.Handoff;

/// <summary>Stored by name. From Resolved on it is over and stays as it is.</summary>
public enum CaseState
{
    /// <summary>Asked for; whether staff may see the person's answers is not said yet. Staff may begin all the same.</summary>
    Requested,

    /// <summary>Waits for whoever is free. The bot still answers.</summary>
    Queued,

    /// <summary>A colleague has been asked to take it. The bot still answers.</summary>
    Offered,

    /// <summary>Taken: the bot is silent from now on.</summary>
    Accepted,

    /// <summary>Staff have spoken.</summary>
    Active,

    /// <summary>Staff have asked something and the person has not answered yet.</summary>
    WaitingForCitizen,

    /// <summary>Done.</summary>
    Resolved,

    /// <summary>Given back to the bot: nothing is left for a person to do.</summary>
    Returned,

    /// <summary>The desk cannot help with it.</summary>
    Declined,

    /// <summary>One side was silent for too long, and the other was told.</summary>
    Expired,

    /// <summary>The person does not want it any more.</summary>
    Withdrawn,
}

/// <summary>Why it came about. Stored by name.</summary>
public enum CaseTrigger
{
    /// <summary>The person asked for somebody.</summary>
    Asked,

    /// <summary>Words of danger.</summary>
    Safety,

    /// <summary>The bot did not understand three times, and the person took the offer.</summary>
    Unclear,

    /// <summary>
    /// The person took an offer: after からだチェック, or 「窓口で話す」 in the inventory. Which of them says the button that was pressed, and
    /// that lies sealed in the messages: this word does not.
    /// </summary>
    Offer,
}

/// <summary>Who works on it. Stored by name.</summary>
public enum CaseLevel
{
    /// <summary>かしわ生涯現役窓口.</summary>
    Desk,

    /// <summary>協議会事務局.</summary>
    Council,
}

/// <summary>How it was, in one tap. Stored by name.</summary>
public enum Rating { Good, Fair, Poor }
