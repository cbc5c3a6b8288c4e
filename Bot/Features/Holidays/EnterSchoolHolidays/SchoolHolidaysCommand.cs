using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain;
using Bot.Domain.Dates;
using Bot.Domain.Rights;
using Bot.Platform.Cards;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Features.Holidays.EnterSchoolHolidays;

/// <summary>"Schulferien" shows what is entered; with days behind a colon a coordinator enters them, with "streichen" before it takes them out. Doing it twice changes nothing.</summary>
internal sealed class SchoolHolidaysCommand(NetworkStore networks) : ICommand
{
    private const int LongestShown = 200;

    private static readonly string[] RemovingWords = ["streichen", "loeschen", "entfernen", "remove", "delete"];

    /// <inheritdoc/>
    public CommandEntry Entry => CommandTable.SchoolHolidays;

    /// <inheritdoc/>
    public async Task<Answer> HandleAsync(Turn turn, CommandText text, CancellationToken cancellationToken)
    {
        var line = text.HasColon ? text.AfterColon : string.Empty;
        if (line.Length == 0)
        {
            return new Answer.Text(Listed(turn));
        }

        if (!turn.May(Right.EnterSchoolHolidays))
        {
            return new Answer.Text(RefusalText.Markdown(turn, new Refusal(RefusalCode.OnlyCoordinator)));
        }

        var named = SchoolHolidaysLine.Read(turn, line, out var unclear);
        if (unclear is not null)
        {
            return new Answer.Text(Messages.Get(turn.Reader, Sentence.SchoolHolidaysUnclear, CardText.Escape(ShortText.Abbreviate(unclear, LongestShown), LineBreaks.Collapse)));
        }

        var isRemoving = CommandText.WordsOf(text.FoldedBeforeColon).Any(RemovingWords.Contains);
        var isDone = isRemoving
            ? await networks.TryChangeSchoolHolidaysAsync(turn.Network.Id, [], named, turn.LocalNow.Date, cancellationToken)
            : await networks.TryChangeSchoolHolidaysAsync(turn.Network.Id, named, [], turn.LocalNow.Date, cancellationToken);
        return new Answer.Text(isDone
            ? Messages.Get(turn.Reader, isRemoving ? Sentence.SchoolHolidaysRemoved : Sentence.SchoolHolidaysSet, Names(turn.Reader, named))
            : Messages.Get(turn.Reader, Sentence.SchoolHolidaysFull, SchoolHolidays.Most));
    }

    private static string Listed(Turn turn)
    {
        var standing = turn.Network.SchoolHolidays.Where(school => school.Last >= turn.LocalNow.Date).ToList();
        return standing.Count == 0
            ? Messages.Get(turn.Reader, Sentence.SchoolHolidaysNone)
            : Messages.Get(turn.Reader, Sentence.SchoolHolidaysList, Names(turn.Reader, standing));
    }

    private static string Names(Reader reader, IEnumerable<SchoolHolidays> schools) => string.Join("; ", schools.OrderBy(school => school.First).Select(school => Messages.Get(
        reader, Sentence.SchoolHolidaysRange, CardText.Escape(school.Name, LineBreaks.Collapse), Appointments.Date(reader, school.First), Appointments.Date(reader, school.Last))));
}
