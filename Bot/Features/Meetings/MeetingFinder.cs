using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings;

/// <summary>Finds the meeting a member means.</summary>
internal sealed class MeetingFinder(MeetingStore meetings)
{
    /// <summary>Meetings that are offered to choose from.</summary>
    public const int Most = 50;

    /// <summary>The next meetings that are ahead (<see cref="Meeting.IsAhead"/>), one for each committee that is meant: the one named in the text,
    /// the one whose conversation this is, or those of the sender. In order of days.</summary>
    public async Task<IReadOnlyList<Meeting>> NextAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var meant = Meant(turn, text).Where(one => turn.May(Right.ReadMeetings, one)).Select(committee => committee.Id).ToHashSet();
        var found = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date, cancellationToken))
        {
            if (meant.Contains(meeting.Committee) && meeting.IsAhead(turn.Network.Zone, turn.Now))
            {
                found.Add(meeting);
                meant.Remove(meeting.Committee);
            }

            if (meant.Count == 0)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>All meetings that were not cancelled and have not begun, of the committees that are meant, as <see cref="NextAsync"/> understands them; in order of days,
    /// at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<Meeting>> ComingAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var meant = Meant(turn, text).Where(one => turn.May(Right.ReadMeetings, one)).Select(committee => committee.Id).ToHashSet();
        var found = new List<Meeting>();
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date, cancellationToken))
        {
            if (meant.Contains(meeting.Committee) && meeting.State == MeetingState.Invited && meeting.StartsAt(turn.Network.Zone) > turn.Now)
            {
                found.Add(meeting);
            }

            if (found.Count == Most)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>What to say when nothing was found: who does not belong learns only that, whether or not there is a meeting.</summary>
    /// <param name="turn">Who asked, and where.</param>
    /// <param name="text">What they asked.</param>
    /// <param name="otherwise">The sentence for those who belong.</param>
    public static string Nothing(Turn turn, string text, Sentence otherwise)
    {
        if (turn.OwnCommittees.Length == 0)
        {
            return Messages.Get(turn.Reader, Sentence.MembersOnly);
        }

        return Meant(turn, text) is [var committee, ..] meant && !meant.Any(one => turn.May(Right.ReadMeetings, one))
            ? Messages.Get(turn.Reader, Sentence.MeetingsForMembersOnly, CardText.Escape(committee.Name))
            : Messages.Get(turn.Reader, otherwise);
    }

    private static IReadOnlyList<Committee> Meant(Turn turn, string text)
    {
        var named = CommitteeFinder.Named(turn.Network, text);
        return named.Count > 0 ? named : turn.Here is { } here ? [here] : turn.OwnCommittees;
    }
}
