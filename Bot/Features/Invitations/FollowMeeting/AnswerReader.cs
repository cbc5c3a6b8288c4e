using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Directory;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Keeps what people answered in their own calendars. Whose answer it is, the address tells by which they are invited; answers of others are not kept.</summary>
internal sealed class AnswerReader(InvitationStore invitations)
{
    /// <summary>Keeps the answers that stand in the event now. One that is older than the event's date says nothing about it.</summary>
    /// <param name="network">Whose meeting.</param>
    /// <param name="invited">Who is invited by the event.</param>
    /// <param name="reached">How the event stands.</param>
    /// <param name="standing">What the calendar told.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task KeepAsync(NetworkId network, Invited invited, Invitation reached, DirectoryEvent standing, Instant now, CancellationToken cancellationToken)
    {
        var before = await invitations.AnswersAsync(network, reached.Meeting, cancellationToken);
        var told = from answer in standing.Answers
                   let person = invited.ByEvent.FirstOrDefault(person => person.Mail!.IsSame(answer.Address))
                   where person is not null
                   let kind = KindOf(answer.Kind)
                   let known = before.FirstOrDefault(one => one.Person == person.Id && one.Kind == kind)
                   let at = answer.At ?? known?.At ?? now
                   select new CalendarAnswer(person.Id, kind, at, reached.AskedAt is { } since && at < since ? CalendarAnswer.Stale : reached.Asked ?? CalendarAnswer.Stale);
        await invitations.SetAnswersAsync(network, reached.Meeting, [.. told.DistinctBy(answer => answer.Person)], cancellationToken);
    }

    private static CalendarAnswerKind KindOf(DirectoryAnswerKind kind) => kind switch
    {
        DirectoryAnswerKind.Accepted => CalendarAnswerKind.Accepted,
        DirectoryAnswerKind.Tentative => CalendarAnswerKind.Tentative,
        DirectoryAnswerKind.Declined => CalendarAnswerKind.Declined,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
