using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.RecordAttendance;

/// <summary>"Sitzungsleitung: Amina", "Sitzungsleitung Beirat: Amina Yıldız": a coordinator hands over the lead of the meeting that is on, or of the next one. For
/// that meeting only; naming somebody else takes it back.</summary>
internal sealed class HandOverChairCommand(CurrentMeetings current, MeetingFinder finder, MeetingStore meetings) : ICommand
{
    private const int Attempts = 5;

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.HandOverChair;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (!turn.May(Right.HandOverChair))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var on = await current.OfAsync(turn, text.FoldedBeforeColon, cancellationToken);
        IReadOnlyList<Meeting> meant = on.Count > 0 ? on : await finder.NextAsync(turn, text.FoldedBeforeColon, cancellationToken);
        if (meant.Count == 0)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.MeetingNotFound)));
        }

        if (meant is not [var meeting])
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.ChairOfWhichMeeting));
        }

        return PersonFinder.Named(turn.Network, text.AfterColon) is [var person]
            ? await HandOverAsync(turn, meeting.Id, person, cancellationToken)
            : new Answer.Text(Messages.Get(turn.Reader, Sentence.ChairUnknown));
    }

    private async Task<Answer> HandOverAsync(Turn turn, MeetingId id, Person person, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await meetings.FindAsync(turn.Network, id, cancellationToken) is not { Value: { State: MeetingState.Invited or MeetingState.InSession } meeting } found)
            {
                return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.MeetingNotFound)));
            }

            if (await meetings.TrySaveAsync(turn.Network.Id, found with { Value = meeting with { Chair = person.Id } }, cancellationToken))
            {
                return new Answer.Text(Messages.Get(
                    turn.Reader, Sentence.ChairHandedOver, CardText.Escape(person.Name, LineBreaks.Collapse), MeetingCard.Title(turn.Reader, turn.Network, meeting))) { Settled = id.Value };
            }
        }

        return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.ChangedMeanwhile)));
    }
}
