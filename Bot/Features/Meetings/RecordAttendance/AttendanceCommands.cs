using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Meetings.RecordAttendance;

/// <summary>"Ich bin da", "Anwesend: Amina", "Anwesend: Sportbund": oneself, or by the chair or a coordinator somebody else.</summary>
internal sealed class ArriveCommand(CurrentMeetings meetings, AttendanceHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Arrive;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        TypedPresence.AnswerAsync(turn, text, meetings, handler, isPresent: true, cancellationToken);
}

/// <summary>"Ich gehe", "Abwesend: Sportbund".</summary>
internal sealed class LeaveCommand(CurrentMeetings meetings, AttendanceHandler handler) : ICommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Leave;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken) =>
        TypedPresence.AnswerAsync(turn, text, meetings, handler, isPresent: false, cancellationToken);
}

/// <summary>"Anwesenheit", "Anwesenheit Beirat Seite 2": the list, for whoever leads the meeting. In 1:1 only.</summary>
internal sealed class ListAttendanceCommand(CurrentMeetings meetings, AttendanceList list) : IPagedCommand
{
    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Attendance;

    /// <inheritdoc/>
    public async Task<Answer> PageAsync(Turn turn, string asked, PageRequest page, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.AttendanceInPrivate));
        }

        var current = await meetings.OfAsync(turn, asked, cancellationToken);
        if (current.Count > 1)
        {
            return TypedPresence.Card(PresenceCard.Which(turn, current, MeetingVerbs.ShowAttendance));
        }

        return await list.OfAsync(turn, current is [var meeting] ? meeting : null, page, cancellationToken) switch
        {
            Outcome<AdaptiveCard>.Done(var card) => TypedPresence.Card(card),
            Outcome<AdaptiveCard>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What is answered to arrivals and departures that are typed.</summary>
internal static partial class TypedPresence
{
    /// <summary>Notes it and answers.</summary>
    public static async Task<Answer> AnswerAsync(
        Turn turn, CommandText text, CurrentMeetings meetings, AttendanceHandler handler, bool isPresent, CancellationToken cancellationToken)
    {
        var current = await meetings.OfAsync(turn, text.FoldedBeforeColon, cancellationToken);
        if (current.Count == 0)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.NoMeetingNow)));
        }

        if (text.AfterColon.Length > 0)
        {
            return await OtherAsync(turn, text.AfterColon, current, handler, isPresent, cancellationToken);
        }

        if (current is not [var meeting])
        {
            return Card(PresenceCard.Which(turn, current, isPresent ? MeetingVerbs.Arrive : MeetingVerbs.Leave));
        }

        var outcome = isPresent ? await handler.ArriveAsync(turn, meeting, cancellationToken) : await handler.LeaveAsync(turn, meeting, cancellationToken);
        return outcome switch
        {
            Outcome<IReadOnlyList<VoterId>>.Done(var voters) => Card(PresenceCard.Render(turn, meeting, voters, isPresent)) with { Settled = meeting.Id.Value },
            Outcome<IReadOnlyList<VoterId>>.Refused(var why) => new Answer.Text(RefusalText.Markdown(turn, why)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A card as an answer.</summary>
    public static Answer.Card Card(AdaptiveCard card) => new(card, card.FallbackText ?? string.Empty);

    /// <summary>A person is noted for everybody they act for; an organization without saying who is there.</summary>
    private static async Task<Answer> OtherAsync(
        Turn turn, string name, IReadOnlyList<Meeting> current, AttendanceHandler handler, bool isPresent, CancellationToken cancellationToken)
    {
        var led = current.Where(meeting => turn.Sender is { } sender && meeting.IsLedBy(turn.Network, sender.Id)).ToList();
        if (led.Count == 0)
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        List<(Meeting Meeting, VoterId Voter, PersonId? Person)> named = [];
        foreach (var part in Parts(turn, led, name))
        {
            var found = led.SelectMany(meeting => Named(turn, meeting, part).Select(one => (Meeting: meeting, one.Voter, one.Person))).ToList();
            if (found.Count == 0 || found.Concat(named).Select(one => one.Meeting.Id).Distinct().Count() > 1)
            {
                return new Answer.Text(Messages.Get(turn.Reader, Sentence.AttendanceNobody, CardText.Escape(part, LineBreaks.Collapse)));
            }

            named.AddRange(found.ExceptBy(named.Select(one => one.Voter), one => one.Voter));
        }

        foreach (var (meeting, voter, person) in named)
        {
            if (await handler.SetAsync(turn, meeting, voter, person, isPresent, cancellationToken) is Outcome<AttendanceLine>.Refused(var why))
            {
                return new Answer.Text(RefusalText.Markdown(turn, why));
            }
        }

        var names = string.Join("; ", named.Take(10).Select(one => CardText.Escape(turn.Network.NameOf(one.Voter), LineBreaks.Collapse)));
        return new Answer.Text(Messages.Get(turn.Reader, isPresent ? Sentence.AttendanceSetPresent : Sentence.AttendanceSetAbsent, names)) { Settled = named[0].Meeting.Id.Value };
    }

    /// <summary>"Bernd, Clara und Sportbund" are three, unless somebody is called just so. Nobody is noted before all of them are found.</summary>
    private static string[] Parts(Turn turn, List<Meeting> led, string names) => led.Any(meeting => Named(turn, meeting, names).Any())
        ? [names]
        : [.. Separators().Split(names).Select(part => part.Trim()).Where(part => part.Length > 0).DefaultIfEmpty(names)];

    [GeneratedRegex(@"[,;]|\b(und|and)\b|&", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separators();

    private static IEnumerable<(VoterId Voter, PersonId? Person)> Named(Turn turn, Meeting meeting, string name)
    {
        if (turn.Network.Committee(meeting.Committee) is not { } committee)
        {
            return [];
        }

        var electorate = turn.Network.Electorate(committee);
        if (PersonFinder.Named(turn.Network, name) is [var person] && electorate.Any(entry => entry.HasActor(person.Id)))
        {
            return electorate.Where(entry => entry.HasActor(person.Id)).Select(entry => (entry.Voter, (PersonId?)person.Id));
        }

        var folded = CommandText.Fold(name);
        var found = electorate.Where(entry => CommandText.Fold(turn.Network.NameOf(entry.Voter)).Contains(folded, StringComparison.Ordinal)).ToList();
        return found is [var one] ? [(one.Voter, null)] : [];
    }
}
