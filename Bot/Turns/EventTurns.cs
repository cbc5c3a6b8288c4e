using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Platform.Activities;
using Bot.Platform.Cards;
using Bot.Platform.Deliveries;
using Bot.Storage;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>Something happened to a conversation, a channel or a team. That the bot may speak there or not is noted before this; here is said what
/// people must be told of it.</summary>
internal sealed class EventTurns(TurnLoader loader, Greeting greeting, ConversationBook conversations, Announcer announcer)
{
    /// <summary>Greets where the bot was added, and tells the coordinators when a committee has lost its room. Everything else goes unsaid:
    /// who joins or leaves a team is no decision on membership.</summary>
    public async Task OnUpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        await greeting.OnUpdateAsync(activity, cancellationToken);
        if (SentenceFor(activity.ChannelData?.EventType) is not { } sentence)
        {
            return;
        }

        // A team may have rooms of several networks.
        foreach (var turn in await loader.LoadEachAsync(activity, cancellationToken))
        {
            foreach (var (committee, room) in await LostAsync(turn, cancellationToken))
            {
                await TellAsync(turn, committee, room, sentence, cancellationToken);
            }
        }
    }

    private static Sentence? SentenceFor(string? eventType) => eventType switch
    {
        TeamsEvents.ChannelDeleted or TeamsEvents.TeamDeleted or TeamsEvents.TeamHardDeleted => Sentence.RoomDeleted,
        TeamsEvents.TeamArchived => Sentence.RoomArchived,
        _ => null,
    };

    /// <summary>The committees whose rooms the event closes.</summary>
    private async Task<IReadOnlyList<(Committee Committee, string Room)>> LostAsync(Turn turn, CancellationToken cancellationToken)
    {
        var closed = await conversations.ConcernedAsync(turn.Activity, cancellationToken);
        return
        [
            .. closed.Select(room => (Committee: turn.Whole.CommitteeIn(room), Room: room))
                .Where(pair => pair.Committee is not null).Select(pair => (pair.Committee!, pair.Room)),
        ];
    }

    /// <summary>Once for each room and day, however often Teams tells of it.</summary>
    private Task<System.DateTimeOffset?> TellAsync(Turn turn, Committee committee, string room, Sentence sentence, CancellationToken cancellationToken)
    {
        var day = turn.LocalNow.Date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var audiences = Audiences.Coordinators(
            turn.Whole, committee, reader => MessageActivity.Markdown(Messages.Get(reader, sentence, CardText.Escape(committee.Name))));
        var announcement = new Announcement(
            turn.Snapshot.Tenant, turn.Network.Id.Value + "|rooms", sentence + "-" + HeardMessage.Fingerprint(room + day), [.. audiences]);
        return announcer.AnnounceAsync(announcement, cancellationToken);
    }
}
