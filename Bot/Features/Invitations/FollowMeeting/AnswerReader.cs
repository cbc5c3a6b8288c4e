using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Platform.Directory;
using Bot.Storage;
using NodaTime;

namespace Bot.Features.Invitations.FollowMeeting;

/// <summary>Keeps what people answered in their own calendars. Whose answer it is, the address tells; answers of others are not kept.</summary>
internal sealed class AnswerReader(InvitationStore invitations)
{
    /// <summary>Keeps the answers that stand in the event now.</summary>
    public async Task KeepAsync(Network network, MeetingId meeting, DirectoryEvent standing, Instant now, CancellationToken cancellationToken)
    {
        var before = await invitations.AnswersAsync(network.Id, meeting, cancellationToken);
        var told = from answer in standing.Answers
                   let person = network.People.FirstOrDefault(person => person.Mail is { } mail && mail.IsSame(answer.Address))
                   where person is not null
                   let kind = KindOf(answer.Kind)
                   let known = before.FirstOrDefault(one => one.Person == person.Id && one.Kind == kind)
                   select new CalendarAnswer(person.Id, kind, answer.At ?? known?.At ?? now);
        await invitations.SetAnswersAsync(network.Id, meeting, [.. told.DistinctBy(answer => answer.Person)], cancellationToken);
    }

    private static CalendarAnswerKind KindOf(DirectoryAnswerKind kind) => kind switch
    {
        DirectoryAnswerKind.Accepted => CalendarAnswerKind.Accepted,
        DirectoryAnswerKind.Tentative => CalendarAnswerKind.Tentative,
        DirectoryAnswerKind.Declined => CalendarAnswerKind.Declined,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
