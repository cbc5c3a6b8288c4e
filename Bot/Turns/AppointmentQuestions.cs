using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Dates;
using Bot.Platform.Cards;
using Bot.Texts;
using NodaTime;
using NodaTime.Text;

namespace Bot.Turns;

/// <summary>What is asked back about a date or time that could not be taken as it was written: the question, a button for each likely answer, and how to type it.</summary>
internal static class AppointmentQuestions
{
    /// <summary>Names under which a button carries its answer; no field of a form is called so, since fields come back over data of the same name.</summary>
    public const string DayField = "pickedDay", TimeField = "pickedTime";

    private const int LongestFragment = 100;

    private const int MostButtons = 3;

    /// <summary>The question, naming what was read and, where there are some, the candidates. Markdown.</summary>
    public static string Ask(Reader reader, AppointmentProblem problem)
    {
        var candidates = string.Join(" / ", problem.Times.Count > 0
            ? problem.Times.Select(time => Appointments.Time(reader, time))
            : problem.Days.Select(day => Appointments.Day(reader, day)));
        return Messages.Get(reader, Enum.Parse<Sentence>("Problem" + problem.Kind), Fragment(problem), candidates);
    }

    /// <summary>Reads a text in which a day is expected, and notes what is to be asked about it.</summary>
    public static AppointmentReading ReadNoting(List<AppointmentProblem> problems, string text, LocalDateTime now, DateTimeZone zone)
    {
        var reading = AppointmentReader.Read(text, now, zone);
        problems.AddRange(reading.Problems);
        return reading;
    }

    /// <summary>Buttons for the likely answers, and the words to type instead of pressing; nothing where there are too many to choose from.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="problems">What is asked.</param>
    /// <param name="verb">What shows the preview.</param>
    /// <param name="data">What the button carries besides.</param>
    public static IEnumerable<CardElement> Answers(
        Reader reader, IReadOnlyList<AppointmentProblem> problems, string verb, params (string Name, string Value)[] data)
    {
        foreach (var problem in problems)
        {
            var answers = AnswersTo(reader, problem).ToList();
            foreach (var row in CardPart.Rows(answers.Select(answer => Button(answer, verb, data))))
            {
                yield return row;
            }
        }

        var first = problems.Select(problem => (Problem: problem, Answers: AnswersTo(reader, problem).ToList())).FirstOrDefault(pair => pair.Answers.Count > 0);
        if (first.Answers is [.., var latest])
        {
            // People meet in the evening: of several times the latest is the likeliest, of several days the nearest.
            var likely = latest.Name == TimeField ? latest : first.Answers[0];
            yield return CardPart.Subtle(Messages.Get(reader, Sentence.AskTyped, Fragment(first.Problem), likely.Title));
        }
    }

    /// <summary>Whether the days can be answered with a button, so that a field for the day may stay empty.</summary>
    public static bool OffersDay(IReadOnlyList<AppointmentProblem> problems) =>
        problems.Any(problem => Days(problem) is { Count: >= 1 and <= MostButtons });

    /// <summary>Whether the times can be answered with a button.</summary>
    public static bool OffersTime(IReadOnlyList<AppointmentProblem> problems) => problems.Any(problem => problem.Times.Count > 0 && problem.Kind != AppointmentProblemKind.NoSuchTime);

    /// <summary>The time a field shows from the start where morning or evening was not said: the later one. It is seen before anything is sent, and on the preview again.</summary>
    public static LocalTime? EveningOf(IReadOnlyList<AppointmentProblem> problems) => problems
        .Where(problem => problem.Kind == AppointmentProblemKind.AmbiguousTime)
        .SelectMany(problem => problem.Times).Where(time => time >= LocalTime.Noon).Select(time => (LocalTime?)time).FirstOrDefault();

    /// <summary>The day that was answered with a button; null for none.</summary>
    public static LocalDate? PickedDay(CardForm form) =>
        LocalDatePattern.Iso.Parse(form[DayField]) is { Success: true, Value: { Year: >= 1900 and <= 9998 } day } ? day : null;

    /// <summary>The time that was answered with a button; null for none.</summary>
    public static LocalTime? PickedTime(CardForm form) =>
        LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(form[TimeField]) is { Success: true, Value: var time } ? time : null;

    private static ExecuteAction Button((string Title, string Name, string Value) answer, string verb, (string Name, string Value)[] data)
    {
        var values = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
        foreach (var (name, value) in data.Append((answer.Name, answer.Value)))
        {
            values = values.SetItem(name, value);
        }

        return new ExecuteAction { Title = answer.Title, Verb = verb, Data = values };
    }

    private static IEnumerable<(string Title, string Name, string Value)> AnswersTo(Reader reader, AppointmentProblem problem)
    {
        if (problem.Kind is AppointmentProblemKind.NoSuchTime or AppointmentProblemKind.NoSuchDay)
        {
            return [];
        }

        if (problem.Times.Count > 0)
        {
            // Of "half six" four times are possible; those at night are left to the field.
            var likely = problem.Times.OrderByDescending(time => time >= LocalTime.Noon).ThenByDescending(time => time).Take(MostButtons);
            return likely.Order().Select(time => (Appointments.Time(reader, time), TimeField, time.ToString("HH:mm", CultureInfo.InvariantCulture)));
        }

        var days = Days(problem);
        return days.Count > MostButtons ? [] : days.Select(day => (Appointments.ShortDay(reader, day), DayField, LocalDatePattern.Iso.Format(day)));
    }

    /// <summary>The likely days.</summary>
    private static IReadOnlyList<LocalDate> Days(AppointmentProblem problem) => problem.Kind switch
    {
        AppointmentProblemKind.PastDay => problem.Instead is { } next ? [next] : [],
        AppointmentProblemKind.NoSuchTime or AppointmentProblemKind.NoSuchDay => [],
        _ => problem.Times.Count > 0 ? [] : problem.Days,
    };

    private static string Fragment(AppointmentProblem problem) => CardText.Escape(ShortText.Abbreviate(problem.Fragment, LongestFragment), LineBreaks.Collapse);
}
