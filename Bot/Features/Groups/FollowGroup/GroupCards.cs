using Bot.Domain.Committees;
using Bot.Features.Groups.ReportGroup;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Groups.FollowGroup;

/// <summary>What is said about a working group by itself.</summary>
internal static class GroupCards
{
    /// <summary>Asks whether somebody is taken in.</summary>
    public static AdaptiveCard Wish(Reader reader, Committee group, Person person)
    {
        var said = Messages.Get(reader, Sentence.GroupWishAsked, CardText.Escape(person.Name, LineBreaks.Collapse), CardText.Escape(group.Name, LineBreaks.Collapse));
        (string, string)[] data = [(GroupVerbs.GroupField, group.Id.Value), (GroupVerbs.PersonField, person.Id.Value)];
        return new AdaptiveCard
        {
            Lang = reader.Language,
            FallbackText = said,
            Body =
            [
                CardPart.Text(said),
                .. CardPart.Rows([CardPart.Button(reader, Sentence.ButtonAdmit, GroupVerbs.Admit, data), CardPart.Button(reader, Sentence.ButtonDeclineWish, GroupVerbs.Decline, data)]),
            ],
        };
    }

    /// <summary>Reminds of a report, with where to write it. It may go out late: it counts from today.</summary>
    public static AdaptiveCard Report(Reader reader, Committee group, GroupNotice notice, LocalDate today)
    {
        var name = CardText.Escape(group.Name, LineBreaks.Collapse);
        return ReportCard.Render(reader, group, today.CompareTo(notice.Day) switch
        {
            < 0 => Messages.Get(reader, Sentence.GroupReportSoon, name, notice.Day),
            0 => Messages.Get(reader, Sentence.GroupReportToday, name),
            _ => Messages.Get(reader, Sentence.GroupReportLate, name, notice.Day),
        });
    }

    /// <summary>Asks whether a term is prolonged or ended. It may go out late: it counts from today.</summary>
    public static AdaptiveCard Term(Reader reader, Committee group, GroupNotice notice, LocalDate today) => SentenceCard.Of(
        reader,
        Messages.Get(reader, today <= notice.Day ? Sentence.GroupTermSoon : Sentence.GroupTermOver, CardText.Escape(group.Name, LineBreaks.Collapse), notice.Day));
}
