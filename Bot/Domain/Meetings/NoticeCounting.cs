namespace Bot.Domain.Meetings;

/// <summary>Which days a notice period counts.</summary>
public enum NoticeCounting
{
    /// <summary>Neither the day of sending nor the day of the meeting (BGB § 187 (1), § 188); the rule where nothing else is agreed.</summary>
    BetweenDays,

    /// <summary>The day of sending is the first day; the day of the meeting does not count.</summary>
    FromSending,

    /// <summary>The day after sending is the first day; the meeting may be on the last one. Comes to the same day as
    /// <see cref="FromSending"/>, and is kept apart because rules of procedure say it in one way or the other.</summary>
    FromDayAfter,

    /// <summary>Counted from receipt ("ab Zugang"): neither the day the invitation is received nor the day of the meeting counts. What is sent on one day is
    /// taken to be received on the next, since nobody need look into their messages in the evening (BGB § 130 (1)).</summary>
    FromReceipt,
}
