using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Meetings.VoteNow;

/// <summary>Opens a ballot in a meeting: present is who is present now, and whoever votes besides.</summary>
internal sealed class VoteNowHandler(AttendanceStore attendance, BallotStore ballots, BallotOpener opener)
{
    /// <summary>Opens it; where secrecy can be asked for, some minutes later. Pressing twice opens it once.</summary>
    /// <param name="turn">Who.</param>
    /// <param name="meeting">The meeting that is on.</param>
    /// <param name="question">What is put to the vote.</param>
    /// <param name="minutes">How long it stays open when nobody closes it; it ends with the meeting at the latest.</param>
    /// <param name="form">What the form goes back to.</param>
    /// <param name="cancellationToken">Stops it; what is stored then is completed by repeating it.</param>
    /// <returns>The ballot.</returns>
    public async Task<Outcome<Ballot>> HandleAsync(Turn turn, Meeting meeting, string question, int minutes, FormReference form, CancellationToken cancellationToken)
    {
        var id = new BallotId(form.IdentityOf(Subjects.Ballot));
        if (await ballots.FindAsync(turn.Network, id, cancellationToken) is { Value.Ballot: var standing })
        {
            return standing;
        }

        if (WhyNot(turn, meeting, question, minutes) is { } refusal)
        {
            return refusal;
        }

        if (turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        var noted = await attendance.OfAsync(turn.Network.Id, meeting.Id, cancellationToken);
        var opens = committee.Rules.BallotOpensAt(MotionKind.General, BallotMode.InMeeting, turn.Now, turn.Network.Zone);
        var closes = Instant.Min(opens + Duration.FromMinutes(minutes), meeting.ClosesAt(turn.Network.Zone));
        if (opens >= closes)
        {
            return new Refusal(RefusalCode.NoMeetingNow);
        }

        var opening = Opening.Of(
            turn.Network, committee, new Motion(MotionKind.General, committee.Id, question, id.Value), id, opens, closes,
            BallotMode.InMeeting, present: noted.PresentAt(turn.Now));
        var led = opening with { Ballot = opening.Ballot with { Rule = meeting.Here(opening.Ballot.Rule), Chair = meeting.Chair, Meeting = meeting.Id } };
        await opener.OpenAsync(turn.Network.Id, led, opens > turn.Now ? [opens] : [], cancellationToken);
        return led.Ballot;
    }

    private static Refusal? WhyNot(Turn turn, Meeting meeting, string question, int minutes)
    {
        if (turn.Sender is not { } sender || !meeting.IsLedBy(turn.Network, sender.Id))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (!meeting.TakesAttendanceAt(turn.Network.Zone, turn.Now))
        {
            return new Refusal(RefusalCode.NoMeetingNow);
        }

        if (question.Length == 0)
        {
            return new Refusal(RefusalCode.QuestionMissing);
        }

        if (question.Length > VoteNowForm.QuestionLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, VoteNowForm.QuestionLimit);
        }

        return minutes is >= 1 and <= VoteNowForm.MostMinutes ? null : new Refusal(RefusalCode.BallotMinutesOutOfRange, VoteNowForm.MostMinutes);
    }
}
