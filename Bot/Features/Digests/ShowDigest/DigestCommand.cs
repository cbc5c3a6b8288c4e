using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Digests;
using Bot.Domain.Rights;
using Bot.Platform.Scheduling;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Digests.ShowDigest;

/// <summary>"Wochenüberblick" shows it now; "Wochenüberblick aus" and "an" stop it and start it again for the sender; "Wochenüberblick: Dienstag 9 Uhr" and "Wochenüberblick für alle
/// aus" set for the network when it goes out, by a coordinator.</summary>
internal sealed class DigestCommand(DigestStore digests, DigestSources sources, DueTable due) : ICommand
{
    private static readonly string[] OffWords = ["aus", "abbestellen", "off", "stop"], OnWords = ["an", "ein", "wieder", "bestellen", "on", "start"], AllWords = ["alle", "everybody", "everyone", "all"];

    private static readonly (string[] Names, IsoDayOfWeek Day)[] Weekdays =
    [
        (["montag", "montags", "monday", "mondays"], IsoDayOfWeek.Monday), (["dienstag", "dienstags", "tuesday", "tuesdays"], IsoDayOfWeek.Tuesday),
        (["mittwoch", "mittwochs", "wednesday", "wednesdays"], IsoDayOfWeek.Wednesday), (["donnerstag", "donnerstags", "thursday", "thursdays"], IsoDayOfWeek.Thursday),
        (["freitag", "freitags", "friday", "fridays"], IsoDayOfWeek.Friday), (["samstag", "samstags", "sonnabend", "saturday", "saturdays"], IsoDayOfWeek.Saturday),
        (["sonntag", "sonntags", "sunday", "sundays"], IsoDayOfWeek.Sunday),
    ];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.Digest;

    /// <inheritdoc/>
    public bool IsKept => true;

    /// <inheritdoc/>
    public bool IsRepeatable => true;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        if (turn.Sender is not { } sender || turn.OwnCommittees.Length == 0)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.MembersOnly));
        }

        if (!turn.IsPersonal)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.DigestInPrivate));
        }

        var rest = Entry.RestOf(text);
        var words = CommandText.WordsOf(CommandText.Fold(rest));
        var (isOff, isOn) = (OffWords.Any(words.Contains), OnWords.Any(words.Contains));
        var weekday = Weekdays.Where(named => named.Names.Any(words.Contains)).Select(named => (IsoDayOfWeek?)named.Day).ToList();
        return words switch
        {
            [] => await ShowAsync(turn, sender, cancellationToken),
            _ when weekday.Count == 1 => await ScheduleAsync(turn, TimeIn(turn, rest) is { } time ? new DigestSchedule(weekday[0]!.Value, time) : null, isChange: true, cancellationToken),
            _ when AllWords.Any(words.Contains) && isOff => await ScheduleAsync(turn, null, isChange: false, cancellationToken),
            _ when AllWords.Any(words.Contains) && isOn => await ScheduleAsync(turn, DigestSchedule.Default, isChange: true, cancellationToken),
            _ when isOff != isOn => await WantAsync(turn, sender, isOn, cancellationToken),
            _ => new Answer.Text(Messages.Get(turn.Reader, Sentence.DigestSay)),
        };
    }

    private static LocalTime? TimeIn(Turn turn, string rest) => AppointmentReader.Read(rest, turn.LocalNow, turn.Network.Zone) switch
    {
        { Start: { } start, Problems.Count: 0 } => start,
        { Start: null, Problems.Count: 0 } => DigestSchedule.Default.Time,
        _ => null,
    };

    private async Task<Answer> ShowAsync(Turn turn, Person sender, CancellationToken cancellationToken)
    {
        var material = await sources.ReadAsync(turn.Network, turn.Now - Duration.FromDays(7), turn.Now, cancellationToken);
        var card = DigestCard.Render(turn.Reader, turn.Network, material.Of(sender.Id), !await digests.IsOffAsync(turn.Network.Id, sender.Id, cancellationToken));
        return new Answer.Card(card, card.FallbackText ?? string.Empty);
    }

    private async Task<Answer> WantAsync(Turn turn, Person sender, bool isWanted, CancellationToken cancellationToken)
    {
        await digests.SetAsync(turn.Network.Id, sender.Id, isWanted, cancellationToken);
        return new Answer.Text(Messages.Get(turn.Reader, isWanted ? Sentence.DigestIsOn : Sentence.DigestIsOff));
    }

    /// <summary>The row is written before the schedule: a look too many finds nothing due.</summary>
    private async Task<Answer> ScheduleAsync(Turn turn, DigestSchedule? schedule, bool isChange, CancellationToken cancellationToken)
    {
        if (turn.WhyNot(Right.ScheduleDigest) is { } refusal)
        {
            return new Answer.Text(RefusalText.Markdown(turn, refusal));
        }

        if (schedule is null && isChange)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.DigestSay));
        }

        if (schedule is { } set)
        {
            await due.AddAsync(
                Subjects.Due(turn.Network.Id, Subjects.Digest, turn.Network.Id.Value), [set.NextAfter(turn.Now, turn.Network.Zone).ToDateTimeOffset()], cancellationToken);
        }

        await digests.SetScheduleAsync(turn.Network.Id, schedule, cancellationToken);
        return new Answer.Text(schedule is null
            ? Messages.Get(turn.Reader, Sentence.DigestOffForAll)
            : Messages.Get(turn.Reader, Sentence.DigestScheduled, turn.Reader.Culture.DateTimeFormat.GetDayName((DayOfWeek)((int)schedule.Day % 7)), schedule.Time));
    }
}
