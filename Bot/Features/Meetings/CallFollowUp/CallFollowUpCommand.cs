using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Features.Meetings.CallMeeting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.CallFollowUp;

/// <summary>"Folgesitzung Plenum am 3.2. 18 Uhr": the follow-up of the committee's last meeting, where the rules allow one; what is not said is taken from that meeting.</summary>
internal sealed class CallFollowUpCommand(FollowUpFinder finder, MeetingPreview preview, MeetingStore meetings) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.FollowUp;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (await finder.LastAsync(turn, text.FoldedBeforeColon, cancellationToken) is not { } meeting || turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.NoMeetingToFollow));
        }

        if (!turn.May(Right.CallFollowUp, committee, meeting))
        {
            return new Answer.Text(RefusalText.Markdown(turn, FollowUpOffer.OnlyLeaders(turn.Network, meeting.Chair)));
        }

        var standing = await finder.StandingAsync(turn.Network, committee, meeting, turn.Now, cancellationToken);
        var outcome = FollowUpFinder.Of(turn.Network, committee, meeting, standing, turn.Now);
        if (outcome is not Outcome<FollowUp>.Done(var followUp))
        {
            return new Answer.Text(RefusalText.Markdown(turn, ((Outcome<FollowUp>.Refused)outcome).Why));
        }

        var usual = FollowUpCard.Draft(turn.Network, committee, meeting, followUp.Rule, turn.Now);
        var said = MeetingWords.Read(turn, Entry.RestOf(text), isUrgent: false);
        var draft = usual with
        {
            Day = said.Problems.Count > 0 ? said.Day : said.Day ?? usual.Day,
            Start = said.Problems.Count > 0 ? said.Start : said.Start ?? usual.Start,
            End = said.Start is null ? usual.End : said.End,
            Place = said.Place.Length > 0 && said.Place != committee.Rules.UsualPlace ? said.Place : usual.Place,
            Topic = said.Topic.Length > 0 ? said.Topic : usual.Topic,
            Problems = said.Problems,
            Form = turn.Form,
        };
        var lead = standing == QuorumStanding.Unknown
            ? Messages.Get(turn.Reader, Sentence.FollowUpUnnoted, MeetingCard.Title(turn.Reader, turn.Network, meeting))
            : FollowUpCard.Lead(turn.Reader, turn.Network, meeting, followUp);
        var card = await preview.DrawAsync(turn, draft, lead, cancellationToken);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    /// <inheritdoc/>
    public async Task<string> StandingAsync(Turn turn, string outcome, CancellationToken cancellationToken) =>
        await meetings.FindAsync(turn.Network, new MeetingId(outcome), cancellationToken) is { Value: var meeting }
            ? Messages.Get(
                turn.Reader,
                meeting.State == MeetingState.Cancelled ? Sentence.EditAfterCancelledMeeting : Sentence.EditAfterMeeting,
                MeetingCard.Title(turn.Reader, turn.Network, meeting))
            : Messages.Get(turn.Reader, Sentence.EditTooLate);
}
