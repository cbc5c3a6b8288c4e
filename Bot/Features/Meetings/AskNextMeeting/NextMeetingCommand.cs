using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.AskNextMeeting;

/// <summary>"Wann ist die nächste Sitzung?", "nächster Beirat?", "next meeting".</summary>
internal sealed partial class NextMeetingCommand(MeetingStore meetings, AgendaStore agendas) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.NextMeeting;

    /// <inheritdoc/>
    public int Match(Turn turn, CommandText text)
    {
        var byWords = Entry.Match(text);
        if (byWords > CommandMatch.None)
        {
            return byWords;
        }

        return NextShape().IsMatch(text.Folded) && (text.Folded.EndsWith('?') || CommitteeFinder.Named(turn.Network, text.Raw).Count > 0 || MeetingWord().IsMatch(text.Folded))
            && !DigitsOrWeekday().IsMatch(text.Folded)
            ? CommandMatch.Marked
            : CommandMatch.None;
    }

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var named = CommitteeFinder.Named(turn.Network, text.Raw);
        if (named.Count > 0 && !named.Any(committee => IsVisible(turn, committee)))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MeetingsForMembersOnly, CardText.Escape(named[0].Name)));
        }

        IReadOnlyList<Committee> asked = named.Count > 0 ? named : AskedByPlace(turn);
        var next = await FindAsync(turn, asked, cancellationToken);
        if (next is null)
        {
            return new Answer.Text(NothingPlanned(turn, named));
        }

        var card = await DrawAsync(turn, next, cancellationToken);
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    /// <summary>In a committee's conversation its meetings, for members those of their committees, for everybody else the plenary's.</summary>
    private static Committee[] AskedByPlace(Turn turn)
    {
        if (turn.Here is { } here)
        {
            return [here];
        }

        return turn.OwnCommittees is { Length: > 0 } own ? own : [.. new[] { turn.Network.GeneralAssembly }.OfType<Committee>()];
    }

    private async Task<Meeting?> FindAsync(Turn turn, IReadOnlyList<Committee> asked, CancellationToken cancellationToken)
    {
        await foreach (var meeting in meetings.FromAsync(turn.Network, turn.LocalNow.Date, cancellationToken))
        {
            if (asked.Any(committee => committee.Id == meeting.Committee && IsVisible(turn, committee))
                && meeting.IsAhead(turn.Network.Zone, turn.Now))
            {
                return meeting;
            }
        }

        return null;
    }

    /// <summary>That the plenary meets, and when, everybody may know; of the others only their members, where nobody else reads along.</summary>
    private static bool IsVisible(Turn turn, Committee committee) => committee.Kind == CommitteeKind.GeneralAssembly || turn.May(Right.ReadMeetings, committee);

    private async Task<AdaptiveCard> DrawAsync(Turn turn, Meeting meeting, CancellationToken cancellationToken)
    {
        var committee = turn.Network.Committee(meeting.Committee);
        if (committee is null || !turn.May(Right.ReadMeetings, committee))
        {
            return MeetingCard.RenderPublic(turn.Reader, turn.Network, meeting) with { Refresh = MeetingRefresh.Sender(turn, meeting.Id) };
        }

        var agenda = await agendas.OfAsync(turn.Network.Id, meeting, cancellationToken);
        return MeetingCard.Render(turn.Reader, turn.Network, agenda, turn.Now, isPrivate: turn.May(Right.ReadConfidentialItems, committee)) with { Refresh = MeetingRefresh.Sender(turn, meeting.Id) };
    }

    private static string NothingPlanned(Turn turn, IReadOnlyList<Committee> named)
    {
        var said = named.Count == 1
            ? Messages.Get(turn.Reader, Sentence.NoMeetingOfCommittee, CardText.Escape(named[0].Name))
            : Messages.Get(turn.Reader, Sentence.NoMeeting);
        return turn.May(Right.CallMeeting) ? said + " " + Messages.Get(turn.Reader, Sentence.NoMeetingCoordinatorHint) : said;
    }

    [GeneratedRegex(@"\b(wann|naechste[rsn]?|naechstes|when|next)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextShape();

    [GeneratedRegex(@"\b(sitzung|sitzungen|treffen|termin|termine|meeting|meetings)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeetingWord();

    [GeneratedRegex(@"\d|\b(mon|diens|donners|frei|sams|sonn)tag|\bmittwoch|\b(mon|tues|wednes|thurs|fri|satur|sun)day", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DigitsOrWeekday();
}
