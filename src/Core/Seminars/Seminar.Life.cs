namespace Concierge.Core.Seminars;

/// <summary>What whoever comes has to be told of.</summary>
public enum WhatChanged { Title, Time, Place, Online, Bring, CalledOff }

/// <summary>From draft to open or called off; and what has changed since somebody was told.</summary>
public sealed partial class Seminar
{
    public SeminarState State { get; private set; } = SeminarState.Open;

    /// <summary>Grows with whatever staff do to it: who has seen an older one decides again.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>Shown to whoever had reserved; null when nothing was said.</summary>
    public string? CalledOffBecause { get; private set; }

    /// <summary>For whoever came, to read at home: see <see cref="Handout"/>. Null: nothing.</summary>
    public string? TakeHome { get; private set; }

    /// <summary>The revision that changed it; 0: none has since it was published. So the next four.</summary>
    public int TitleChanged { get; private set; }

    public int TimeChanged { get; private set; }

    public int PlaceChanged { get; private set; }

    public int OnlineChanged { get; private set; }

    public int BringChanged { get; private set; }

    /// <summary>0 too when nobody ever saw it: a draft.</summary>
    public int CalledOff { get; private set; }

    /// <summary>Being written: nobody but staff sees it.</summary>
    public Seminar AsDraft()
    {
        State = SeminarState.Draft;
        return this;
    }

    /// <summary>These words take the place of the old ones; who comes and how far it is stays.</summary>
    public void Continue(Seminar old)
    {
        (State, CalledOffBecause, TakeHome, Revision) = (old.State, old.CalledOffBecause, old.TakeHome, old.Revision + 1);
        (OnSiteTaken, OnlineTaken, CalledOff) = (old.OnSiteTaken, old.OnlineTaken, old.CalledOff);
        TitleChanged = Changed(old, old.TitleChanged, Title != old.Title);
        TimeChanged = Changed(old, old.TimeChanged, (StartsAt, EndsAt) != (old.StartsAt, old.EndsAt));
        PlaceChanged = Changed(old, old.PlaceChanged, (Place, Address) != (old.Place, old.Address));
        OnlineChanged = Changed(old, old.OnlineChanged, OnlineUrl != old.OnlineUrl);
        BringChanged = Changed(old, old.BringChanged, Bring != old.Bring);
    }

    public void Publish() => (State, Revision) = (SeminarState.Open, Revision + 1);

    /// <summary>Also when it is over.</summary>
    public void HandOut(string? takeHome) => (TakeHome, Revision) = (takeHome, Revision + 1);

    public void CallOff(string? because)
    {
        var wasSeen = State == SeminarState.Open;
        (State, Revision, CalledOffBecause) = (SeminarState.CalledOff, Revision + 1, because);
        if (wasSeen) CalledOff = Revision;
    }

    /// <summary>What this person has not been told yet, of what concerns them.</summary>
    public IReadOnlyList<WhatChanged> NewsFor(Reservation reservation)
    {
        if (CalledOff > reservation.Knows) return [WhatChanged.CalledOff];
        var (place, online) = reservation.How == Attendance.OnSite ? (PlaceChanged, 0) : (0, OnlineChanged);
        (WhatChanged What, int By)[] changes = [(WhatChanged.Title, TitleChanged), (WhatChanged.Time, TimeChanged), (WhatChanged.Place, place), (WhatChanged.Online, online), (WhatChanged.Bring, BringChanged)];
        return [.. changes.Where(change => change.By > reservation.Knows).Select(change => change.What)];
    }

    private int Changed(Seminar old, int before, bool isOther) => isOther && old.State == SeminarState.Open ? Revision : before;
}
