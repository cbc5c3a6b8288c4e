using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Minutes;
using Bot.Platform.Documents;
using Bot.Texts;

namespace Bot.Features.Minutes.WriteFile;

/// <summary>Who was there from when to when, and who was not.</summary>
internal static class AttendancePart
{
    /// <summary>The table and the names of the absent; nothing in a public version, which names nobody.</summary>
    public static IEnumerable<DocumentPart> Of(Reader reader, MinutesBody body)
    {
        if (body.Attendance.Count == 0)
        {
            yield break;
        }

        var present = body.Attendance.Where(attendee => attendee.Stays.Count > 0).ToList();
        yield return new DocumentPart.Heading(1, Messages.Get(reader, Sentence.MinutesAttendance));
        if (present.Count == 0)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(reader, Sentence.MinutesNobodyNoted));
            yield break;
        }

        yield return new DocumentPart.Grid(Messages.Get(reader, Sentence.MinutesAttendance), [.. Columns(reader, body)], [.. present.Select(attendee => Row(reader, body, attendee))]);
        var absent = body.Attendance.Where(attendee => attendee is { Stays.Count: 0, IsEntitled: true }).Select(attendee => attendee.Name).ToList();
        if (absent.Count > 0)
        {
            yield return new DocumentPart.Paragraph(Messages.Get(reader, Sentence.MinutesAbsent, absent.Count, string.Join("; ", absent)), ParagraphKind.Aside);
        }
    }

    private static IEnumerable<(string Heading, int Share)> Columns(Reader reader, MinutesBody body)
    {
        if (body.CountsOrganizations)
        {
            yield return (Messages.Get(reader, Sentence.MinutesColumnOrganization), 7);
            yield return (Messages.Get(reader, Sentence.MinutesColumnBy), 5);
        }
        else
        {
            yield return (Messages.Get(reader, Sentence.MinutesColumnName), 8);
        }

        yield return (Messages.Get(reader, Sentence.MinutesColumnPresent), 4);
        yield return (Messages.Get(reader, Sentence.MinutesColumnVote), 3);
    }

    private static string[] Row(Reader reader, MinutesBody body, Attendee attendee)
    {
        var times = string.Join('\n', attendee.Stays.Select(stay => Times(reader, stay)));
        var vote = Messages.Get(reader, attendee.IsEntitled ? Sentence.MinutesHasVote : Sentence.MinutesHasNoVote);
        return body.CountsOrganizations
            ? [attendee.Name, string.Join('\n', attendee.Stays.Select(stay => stay.Name.Length > 0 ? stay.Name : Messages.Get(reader, Sentence.MinutesNotSaid))), times, vote]
            : [attendee.Name, times, vote];
    }

    private static string Times(Reader reader, AttendeeStay stay) => stay.Until is { } until
        ? Messages.Get(reader, Sentence.MinutesStay, stay.From.ToString("HH:mm", reader.Culture), until.ToString("HH:mm", reader.Culture))
        : Messages.Get(reader, Sentence.MinutesStayToEnd, stay.From.ToString("HH:mm", reader.Culture));
}
