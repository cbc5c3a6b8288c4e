using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings.CallFollowUp;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.CallMeeting;

/// <summary>Shows what would be called, with the notice period, before anybody is told.</summary>
internal static class PreviewCard
{
    /// <summary>Draws the preview.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="network">The network as it is now.</param>
    /// <param name="now">Decides whether an invitation is in time.</param>
    /// <param name="draft">What the buttons carry on.</param>
    /// <param name="proposal">The same, complete.</param>
    /// <param name="lead">A sentence above instead of the usual one; null for the usual one. Markdown.</param>
    /// <param name="clashes">Other meetings at the same time with the same people; null for none.</param>
    /// <param name="hints">What else is known of the date; null for nothing. Markdown.</param>
    /// <param name="isByChair">Whether who looks only led the meeting that is followed: they read no names of others who meet then, and cannot invite at shorter notice.</param>
    public static AdaptiveCard Render(
        Reader reader, Network network, Instant now, MeetingDraft draft, MeetingProposal proposal, string? lead = null, IReadOnlyList<MeetingClash>? clashes = null,
        IReadOnlyList<string>? hints = null, bool isByChair = false)
    {
        if (network.Committee(proposal.Committee) is not { } committee)
        {
            return MeetingForm.Render(reader, network, draft with { Committee = null });
        }

        var heading = Messages.Get(reader, Sentence.PreviewHeading, CardText.Escape(committee.Name));
        var isInTime = proposal.NoticeIsKept(committee, network.Zone, now);
        var period = proposal.NoticeIn(committee);
        var latest = period.LatestInvitationDay(proposal.Day);
        var notice = Messages.Get(reader, isInTime ? Sentence.NoticeKept : Sentence.NoticeTooShort, period.Days, latest);
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = heading + " " + Appointments.Moment(reader, proposal.Day + proposal.Start),
            Body =
            [
                CardPart.Heading(heading),
                CardPart.Text(lead ?? Messages.Get(reader, Sentence.PreviewQuestion)),
                new FactSet
                {
                    Facts =
                    [
                        .. MeetingCard.FactsOf(reader, proposal.Day, proposal.Start, proposal.End, proposal.Place, proposal.Topic, proposal.Reason),
                        new Fact(Messages.Get(reader, Sentence.FactInviteUntil), Appointments.Day(reader, latest)),
                    ],
                },
                .. proposal.FollowUp is { } followUp ? [CardPart.Text(FollowUpCard.Said(reader, followUp))] : Enumerable.Empty<CardElement>(),
                CardPart.Subtle(notice),
                .. DayHintPart.Lines(reader, network, proposal.Day),
                .. ClashPart.Lines(reader, network, clashes ?? [], names: !isByChair).Select(CardPart.Subtle),
                .. (hints ?? []).Select(CardPart.Subtle),
                .. isInTime ? Enumerable.Empty<CardElement>()
                    : isByChair ? [CardPart.Text(Messages.Get(reader, Sentence.FollowUpInTimeOnly))]
                    : [.. ReasonInput(reader, proposal), new ActionSet { Actions = [InviteButton(reader, draft, isInTime)] }],
            ],
            Actions =
            [
                .. isInTime ? [InviteButton(reader, draft, isInTime)] : Enumerable.Empty<CardAction>(),
                CardPart.Button(reader, Sentence.ButtonEdit, draft.Verbs.Edit, draft.ToData()) with { AssociatedInputs = AssociatedInputs.None },
                CardPart.Button(reader, Sentence.ButtonDismiss, draft.Verbs.Dismiss, draft.Form?.Data ?? []) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    /// <summary>The longer title has a row of its own: beside others it would be cut on a telephone.</summary>
    private static ExecuteAction InviteButton(Reader reader, MeetingDraft draft, bool isInTime) =>
        CardPart.Button(reader, isInTime ? Sentence.ButtonInvite : Sentence.ButtonInviteUrgently, draft.Verbs.Call, DataOf(draft, isInTime));

    /// <summary>An input of the same name as a datum would be hidden by it, so the reason is asked for or carried, not both.</summary>
    private static (string Name, string Value)[] DataOf(MeetingDraft draft, bool isInTime) =>
        isInTime || draft.Reason.Length > 0 ? draft.ToData() : [.. draft.ToData().Where(datum => datum.Name != "reason")];

    private static IEnumerable<CardElement> ReasonInput(Reader reader, MeetingProposal proposal)
    {
        if (proposal.Reason.Length == 0)
        {
            yield return InputPart.Required(reader, "reason", (Sentence.InputUrgency, Sentence.InputReasonMissing), string.Empty, MeetingProposal.TextLimit);
        }
    }
}
