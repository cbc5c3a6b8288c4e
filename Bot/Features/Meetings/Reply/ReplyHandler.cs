using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.Reply;

/// <summary>Takes an answer to an invitation: everybody their own, as often as they like until the meeting begins.</summary>
internal sealed class ReplyHandler(ReplyStore replies)
{
    /// <summary>Stores the sender's answer.</summary>
    /// <param name="turn">Who answers.</param>
    /// <param name="meeting">The meeting as it stands.</param>
    /// <param name="kind">What they answer.</param>
    /// <param name="name">The name of who comes instead; empty for none.</param>
    /// <param name="cancellationToken">Stops it before anything is stored.</param>
    public async Task<Outcome<MeetingReply>> HandleAsync(Turn turn, Meeting meeting, ReplyKind kind, string name, CancellationToken cancellationToken)
    {
        var outcome = MeetingReply.Of(turn.Network, meeting, turn.Sender?.Id, kind, SubstituteOf(turn, name), name, turn.Now);
        if (outcome is Outcome<MeetingReply>.Done(var reply))
        {
            await replies.SaveAsync(turn.Network.Id, meeting.Id, reply, cancellationToken);
        }

        return outcome;
    }

    /// <summary>A colleague of that name first, of whom there may be several in the network; somebody else only where there is one.</summary>
    private static PersonId? SubstituteOf(Turn turn, string name)
    {
        var named = PersonFinder.Named(turn.Network, name);
        var colleagues = turn.Sender is { } sender ? turn.Network.RepresentedBy(sender.Id).SelectMany(organization => organization.Representatives).ToHashSet() : [];
        return named.Where(person => colleagues.Contains(person.Id)).ToList() is [var colleague] ? colleague.Id : named is [var only] ? only.Id : null;
    }
}
