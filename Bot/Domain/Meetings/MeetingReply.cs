using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>What somebody answers to an invitation.</summary>
public enum ReplyKind
{
    /// <summary>They come.</summary>
    Accepted,

    /// <summary>They do not.</summary>
    Regretted,

    /// <summary>They do not, and somebody else comes.</summary>
    Substituted,

    /// <summary>Perhaps. Only calendars know this answer; the bot itself asks for a yes or a no.</summary>
    Tentative,
}

/// <summary>One person's answer to an invitation. The last one counts.</summary>
/// <param name="Person">Whose answer.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Asked"><see cref="Meeting.AskedRevision"/> of the date it was given for; for another date it says nothing.</param>
/// <param name="At">When it was given.</param>
public sealed record MeetingReply(PersonId Person, ReplyKind Kind, int Asked, Instant At)
{
    /// <summary>The longest name of a substitute, in UTF-16 units.</summary>
    public const int NameLimit = Committees.Person.NameLimit;

    /// <summary>Who comes instead with the vote of the organization both act for; null where nobody does, and for a guest without a vote.</summary>
    public PersonId? Substitute { get; init; }

    /// <summary>Name of who comes instead; empty where nobody does.</summary>
    public string SubstituteName { get; init; } = string.Empty;

    /// <summary>Whether it was given in the person's own calendar, and not to the bot.</summary>
    public bool IsFromCalendar { get; init; }

    /// <summary>Which of a person's two answers counts: the later one; at the same moment the one given to the bot. Who named a substitute and then declines in the
    /// calendar has said nothing against the substitute, who comes all the same.</summary>
    /// <param name="chat">What they answered the bot.</param>
    /// <param name="calendar">What they answered in their calendar, about the same date.</param>
    public static MeetingReply Later(MeetingReply chat, MeetingReply calendar) =>
        calendar.At <= chat.At || (chat.Kind == ReplyKind.Substituted && calendar.Kind == ReplyKind.Regretted) ? chat : calendar;

    /// <summary>Decides whether somebody may answer so.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="meeting">The meeting as it stands.</param>
    /// <param name="sender">Who answers, or null for somebody the network does not know.</param>
    /// <param name="kind">What they answer.</param>
    /// <param name="substitute">Who comes instead, where the network knows exactly one of that name; null otherwise.</param>
    /// <param name="name">The name of who comes instead, as it was written.</param>
    /// <param name="now">When.</param>
    /// <returns>The answer; or a refusal: not of that committee, cancelled, begun, no name or one too long.</returns>
    /// <remarks>Everybody of the committee answers for themselves, and its chair. In the plenary one of an organization's people may stand in for another, with its
    /// vote; whoever else is sent is a guest. A seat in another committee is held in person, so a substitute there is always a guest.</remarks>
    public static Outcome<MeetingReply> Of(Network network, Meeting meeting, PersonId? sender, ReplyKind kind, PersonId? substitute, string name, Instant now)
    {
        if (network.Committee(meeting.Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        if (sender is not { } person || !network.Allows(Right.AnswerInvitation, person, committee, meeting.Chair))
        {
            return new Refusal(RefusalCode.NotMemberOfCommittee, committee.Name);
        }

        if (meeting.State == MeetingState.Cancelled)
        {
            return new Refusal(RefusalCode.MeetingCancelled, meeting.Day);
        }

        if (meeting.State != MeetingState.Invited || now >= meeting.StartsAt(network.Zone))
        {
            return new Refusal(RefusalCode.ReplyTooLate, meeting.Day, meeting.Start);
        }

        var reply = new MeetingReply(person, kind, meeting.AskedRevision, now);
        return kind == ReplyKind.Substituted ? reply.By(network, committee, substitute, name) : reply;
    }

    private Outcome<MeetingReply> By(Network network, Committee committee, PersonId? substitute, string name)
    {
        if (name.Length == 0 || substitute == Person)
        {
            return new Refusal(RefusalCode.SubstituteMissing);
        }

        return name.Length > NameLimit
            ? new Refusal(RefusalCode.TextTooLong, NameLimit)
            : substitute is { } other && ActsFor(network, committee, other)
            ? this with { Substitute = other, SubstituteName = network.Person(other)?.Name ?? name }
            : this with { SubstituteName = name };
    }

    private bool ActsFor(Network network, Committee committee, PersonId other) => committee.Kind == CommitteeKind.GeneralAssembly
        && network.RepresentedBy(Person).Any(organization => organization.Representatives.Contains(other));
}
