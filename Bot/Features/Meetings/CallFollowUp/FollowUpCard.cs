using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.CallMeeting;
using Bot.Platform.Activities;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.CallFollowUp;

/// <summary>The follow-up of a meeting, filled in, to be confirmed.</summary>
internal static class FollowUpCard
{
    /// <summary>What is sent to the coordinators and to whoever led the meeting. The same for each: who presses first calls the meeting, who presses second sees that it is called.</summary>
    public static Activity Message(Reader reader, Network network, Committee committee, Meeting meeting, FollowUp followUp, Instant now)
    {
        var draft = Draft(network, committee, meeting, followUp.Rule, now) with { Form = FormReference.About($"{network.Id}|follow-up|{meeting.Id}") };
        var lead = Lead(reader, network, meeting, followUp);
        return CardMessage.Of(reader, PreviewCard.Render(reader, network, now, draft, draft.Complete! with { FollowUp = followUp }, lead), lead);
    }

    /// <summary>Which meeting is followed, and why; a question. Markdown.</summary>
    public static string Lead(Reader reader, Network network, Meeting meeting, FollowUp followUp) =>
        Messages.Get(reader, followUp.WasLost ? Sentence.FollowUpLeadLost : Sentence.FollowUpLead, MeetingCard.Title(reader, network, meeting));

    /// <summary>The first day that keeps the notice period, at the hour and place of the meeting.</summary>
    public static MeetingDraft Draft(Network network, Committee committee, Meeting meeting, FollowUpRule rule, Instant now) => new()
    {
        Committee = meeting.Committee,
        Day = FollowUpOffer.FirstDay(meeting, rule, committee.Rules.Notice, now.InZone(network.Zone).Date, PublicHolidays.For(network.Land)),
        Start = meeting.Start,
        End = meeting.End,
        Place = meeting.Place,
        Topic = meeting.Topic,
        FollowsUp = meeting.Id,
    };

    /// <summary>What such an invitation must say: in whose place the meeting is, and how many must be there. Markdown.</summary>
    public static string Said(Reader reader, FollowUp followUp) => followUp.Rule.Quorum is { } share
        ? Messages.Get(reader, followUp.WasLost ? Sentence.FollowUpLostWithQuorum : Sentence.FollowUpWithQuorum, followUp.Day, Messages.Get(
            reader, followUp.Rule.QuorumComparison == Domain.Voting.Comparison.AtLeast ? Sentence.FollowUpShareAtLeast : Sentence.FollowUpShareMoreThan, QuorumPart.Share(share)))
        : Messages.Get(reader, followUp.WasLost ? Sentence.FollowUpLostWithoutQuorum : Sentence.FollowUpWithoutQuorum, followUp.Day);
}
