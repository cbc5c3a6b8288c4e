using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Domain.Deliveries;

/// <summary>How one message came to one recipient.</summary>
/// <param name="Person">Who; null for the committee's conversation.</param>
/// <param name="State">How.</param>
public sealed record ReachLine(PersonId? Person, ReachState State)
{
    /// <summary>When it is tried next; null where it is not, or where that depends on the recipient.</summary>
    public Instant? Next { get; init; }

    /// <summary>What Teams calls the reason; null for none.</summary>
    public string? Code { get; init; }
}

/// <summary>How one message about a subject came to all who were to get it.</summary>
/// <param name="Kind">Which message, as it is filed.</param>
/// <param name="Lines">One for each recipient.</param>
public sealed record ReachReport(string Kind, IReadOnlyList<ReachLine> Lines)
{
    /// <summary>Whether the message can still be sent to those whom it did not reach.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>How many people were to be told; conversations of several people do not count.</summary>
    public int People => Lines.Count(line => line.Person is not null);

    /// <summary>How many of them were.</summary>
    public int Reached => Lines.Count(line => line.Person is not null && IsReached(line.State));

    /// <summary>How many of those reached were so by mail alone.</summary>
    public int ByMail => Lines.Count(line => line.State == ReachState.ByMail);

    /// <summary>Those who were not reached, and whom nobody is just telling, the committee's conversation among them; by reason.</summary>
    public IReadOnlyList<ReachLine> Unreached => [.. Lines.Where(line => !IsReached(line.State) && line.State != ReachState.UnderWay).OrderBy(line => line.State)];

    /// <summary>Those whom it is being tried to tell.</summary>
    public IReadOnlyList<ReachLine> UnderWay => [.. Lines.Where(line => line.State == ReachState.UnderWay)];

    /// <summary>Whether somebody is not reached although the bot has tried; who has no account is known without a report.</summary>
    public bool IsNews => Unreached.Any(line => line.State is not (ReachState.Locked or ReachState.NoAccount or ReachState.NoAddress));

    /// <summary>Whether trying again can help: it is over, and it is not in doubt whether the message has arrived. Whoever adds the bot again is told without it. A mail in doubt is sent again: a call that never
    /// came does more harm than one that came twice.</summary>
    public static bool CanBeTriedAgain(ReachState state) =>
        state is ReachState.Blocked or ReachState.Gone or ReachState.Refused or ReachState.Unmade or ReachState.GivenUp || IsByMail(state);

    /// <summary>Whether it is a mail that somebody was not reached by.</summary>
    public static bool IsByMail(ReachState state) => state is ReachState.MailRefused or ReachState.MailNotAllowed or ReachState.MailDoubtful or ReachState.MailGivenUp;

    private static bool IsReached(ReachState state) => state is ReachState.Reached or ReachState.ByMail;
}
