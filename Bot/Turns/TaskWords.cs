using Bot.Platform.Cards;
using Bot.Texts;
using NodaTime;

namespace Bot.Turns;

/// <summary>How a task from a meeting is told in one line.</summary>
internal static class TaskWords
{
    /// <summary>Who is to do it and until when: "Amina Yıldız, bis Sa., 03.04.2027". Markdown.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="who">Whose name; empty for nobody.</param>
    /// <param name="due">Until which day; null for none.</param>
    public static string Terms(Reader reader, string who, LocalDate? due)
    {
        var name = who.Length == 0 ? Messages.Get(reader, Sentence.TaskNobody) : CardText.Escape(who, LineBreaks.Collapse);
        return due is { } day ? Messages.Get(reader, Sentence.TaskTerms, name, day) : name;
    }
}
