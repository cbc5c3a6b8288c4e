using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.SearchMeetings;

/// <summary>Searches the meetings to come. That the plenary meets, and when, members may say anywhere; all else only where none but the committee's
/// members read it.</summary>
internal sealed class MeetingSearch(MeetingStore meetings) : ISearch
{
    /// <inheritdoc/>
    public SearchEntry Entry => SearchTable.Meetings;

    /// <inheritdoc/>
    public string? Refusal(Turn turn) => null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<SearchHit> FindAsync(Turn turn, string words, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date, cancellationToken))
        {
            if (meeting.State != MeetingState.Cancelled && turn.Network.Committee(meeting.Committee) is { } committee
                && HitOf(turn, committee, meeting, words) is { } hit)
            {
                yield return hit;
            }
        }
    }

    /// <summary>The words are looked for only in what is shown: who may not read the topic must not find by it either.</summary>
    private static SearchHit? HitOf(Turn turn, Committee committee, Meeting meeting, string words)
    {
        var isFull = turn.May(Right.InsertIntoMessage, committee);
        var title = MeetingCard.PlainTitle(turn.Reader, turn.Network, meeting);
        var details = isFull ? string.Join(", ", Details(meeting)) : string.Empty;
        if (!(isFull || committee.Kind == CommitteeKind.GeneralAssembly)
            || !CommandText.Fold(title + " " + details).Contains(words, StringComparison.Ordinal))
        {
            return null;
        }

        var card = isFull ? Full(turn, meeting) : MeetingCard.RenderPublic(turn.Reader, turn.Network, meeting);
        return new SearchHit(card, title, details);
    }

    private static IEnumerable<string> Details(Meeting meeting)
    {
        if (meeting.Place.Length > 0)
        {
            yield return meeting.Place;
        }

        if (meeting.Topic.Length > 0)
        {
            yield return meeting.Topic;
        }
    }

    internal static AdaptiveCard Full(Turn turn, Meeting meeting)
    {
        var title = MeetingCard.Title(turn.Reader, turn.Network, meeting);
        return new AdaptiveCard
        {
            Lang = turn.Reader.Language,
            FallbackText = title,
            Body = [CardPart.Heading(title), MeetingCard.Facts(turn.Reader, meeting)],
        };
    }
}
