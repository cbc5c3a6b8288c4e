using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.Calendars.MakeAddress;
using Bot.Features.Calendars.RevokeAddress;
using Bot.Features.Calendars.TakeFile;
using Bot.Features.Calendars.TakeMeeting;
using Bot.Platform.Cards;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Calendars.ShowCalendar;

/// <summary>"Kalender", "Kalender als Datei", "Kalenderdatei Beirat", "Kalenderadresse neu", "Kalenderadresse widerrufen".</summary>
internal sealed class ShowCalendarCommand(
    CalendarAddressStore addresses, CalendarAddresses places, MakeAddressHandler make, RevokeAddressAction revoke, CalendarFile file, MeetingFile meeting) : ICommand
{
    private static readonly string[] FileWords = ["datei", "kalenderdatei", "ics", "file"];

    private static readonly string[] NewWords = ["neu", "neue", "erzeugen", "new", "make"];

    private static readonly string[] RevokeWords = ["widerrufen", "loeschen", "revoke", "delete"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Calendar;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var words = CommandText.WordsOf(text.Folded);
        if (turn is { IsPersonal: true, Sender: { } leaving } && words.Intersect(RevokeWords).Any())
        {
            return new Answer.Text(Messages.Get(turn.Reader, await revoke.RevokeAsync(turn, leaving.Id, cancellationToken)));
        }

        if (words.Intersect(FileWords).Any() && CommitteeFinder.Named(turn.Network, text.Raw) is [var committee])
        {
            return await MeetingAsync(turn, committee, cancellationToken);
        }

        if (CalendarRight.Refuses(turn) is { } why)
        {
            return new Answer.Text(Messages.Get(turn.Reader, why));
        }

        if (words.Intersect(FileWords).Any() && await file.OfferAsync(turn, cancellationToken) is { } offer)
        {
            return offer;
        }

        return await ShowAsync(turn, isNew: places.AreServed && words.Intersect(NewWords).Any(), cancellationToken);
    }

    /// <summary>The next meeting of one committee alone.</summary>
    private async Task<Answer> MeetingAsync(Turn turn, Committee committee, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return new Answer.Text(MeetingFile.InPrivate(turn, CardText.Escape(committee.Name)));
        }

        if (!turn.May(Right.ReadMeetings, committee))
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MeetingsForMembersOnly, CardText.Escape(committee.Name)));
        }

        return await meeting.NextAsync(turn, committee, cancellationToken) is { } next && await meeting.OfferAsync(turn, next, cancellationToken) is { } offer
            ? offer
            : new Answer.Text(Messages.Get(turn.Reader, Sentence.MeetingFileNone, CardText.Escape(committee.Name)));
    }

    private async Task<Answer> ShowAsync(Turn turn, bool isNew, CancellationToken cancellationToken)
    {
        var person = turn.Sender!.Id;
        var made = isNew ? await make.HandleAsync(turn, person, turn.Form, cancellationToken) : null;
        var address = await addresses.OfAsync(turn.Network.Id, person, cancellationToken);
        var lead = !isNew ? null : Messages.Get(turn.Reader, made is null ? Sentence.CalendarMadeBefore : Sentence.CalendarMade);
        return new Answer.Card(CalendarCard.Render(turn, address, places.AreServed, lead, made), Messages.Get(turn.Reader, Sentence.CalendarHeading));
    }
}
