using System;
using System.Linq;
using Bot.Domain.Dates;
using Bot.Platform.Cards;
using Bot.Texts;

namespace Bot.Turns;

/// <summary>What is asked back about a date or time that could not be taken as it was written.</summary>
internal static class AppointmentQuestions
{
    private const int LongestFragment = 100;

    /// <summary>The question, naming what was read and, where there are some, the candidates. Markdown.</summary>
    public static string Ask(Reader reader, AppointmentProblem problem)
    {
        var read = CardText.Escape(ShortText.Abbreviate(problem.Fragment, LongestFragment), LineBreaks.Collapse);
        var candidates = string.Join(" / ", problem.Times.Count > 0
            ? problem.Times.Select(time => Appointments.Time(reader, time))
            : problem.Days.Select(day => Appointments.Day(reader, day)));
        return Messages.Get(reader, Enum.Parse<Sentence>("Problem" + problem.Kind), read, candidates);
    }
}
