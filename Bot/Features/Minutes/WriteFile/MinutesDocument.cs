using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Minutes;
using Bot.Domain.Sessions;
using Bot.Platform.Documents;
using Bot.Texts;
using NodaTime;

namespace Bot.Features.Minutes.WriteFile;

/// <summary>Minutes as a document: what the law and the books on associations ask for, in the order in which people read them.</summary>
/// <param name="Reader">Whose language.</param>
/// <param name="Network">The network as it is now; only for the names of those who corrected and approved.</param>
/// <param name="Minutes">The minutes.</param>
/// <param name="Body">What they say, as it is to be written; of the public version what everybody may read.</param>
/// <param name="Version">Which version it is.</param>
internal sealed record MinutesDocument(Reader Reader, Network Network, MeetingMinutes Minutes, MinutesBody Body, int Version)
{
    /// <summary>Makes the document.</summary>
    public TextDocument Make(Instant now) => new()
    {
        Title = Messages.Get(Reader, Body.IsPublic ? Sentence.MinutesFileTitlePublic : Sentence.MinutesFileTitle, Body.Committee),
        Language = Reader.Culture.Name,
        Subject = When,
        Author = Body.Network,
        MadeAt = now.ToDateTimeOffset(),
        Header = Messages.Get(Reader, Sentence.MinutesFileHeader, Body.Network, Body.Committee, Appointments.Date(Reader, Body.Day)),
        Footer = Messages.Get(Reader, Sentence.MinutesFileFooter, State, TextDocument.PageMark, TextDocument.PagesMark),
        Parts = [.. Head(), .. AttendancePart.Of(Reader, Body), .. Agenda(), .. Course(), .. Tasks(), .. Corrections(), .. Approval()],
    };

    private string When => Messages.Get(Reader, Body.Kind == MeetingKind.Urgent ? Sentence.MinutesFileUrgentMeeting : Sentence.MinutesFileMeeting, Body.Day);

    /// <summary>How far they were in this version: an older one is nothing but a version.</summary>
    private string State => Version == Minutes.Version || Version == Minutes.Approval?.Version
        ? MinutesWords.State(Reader, Minutes with { Versions = Minutes.Versions.RemoveRange(Version, Minutes.Version - Version) })
        : Messages.Get(Reader, Sentence.MinutesOlderVersion, Version, Minutes.Version);

    private IEnumerable<DocumentPart> Head()
    {
        yield return new DocumentPart.Paragraph(When, ParagraphKind.Subtitle);
        yield return new DocumentPart.Paragraph(State + (Body.IsPublic ? "\n" + Messages.Get(Reader, Sentence.MinutesPublicNote) : string.Empty), ParagraphKind.Aside);
        var facts = new (Sentence Label, string Text)[]
        {
            (Sentence.FactTopic, Body.Topic),
            (Sentence.MinutesFactPlace, Body.Place),
            (Sentence.MinutesFactConvened, Convened()),
            (Sentence.MinutesFactBegin, Body.OpenedAt is { } opened
                ? Messages.Get(Reader, Sentence.MinutesOpened, opened, Appointments.Time(Reader, Body.Start)) : Messages.Get(Reader, Sentence.MinutesNotOpened, Appointments.Time(Reader, Body.Start))),
            (Sentence.MinutesFactEnd, Body.ClosedAt is { } closed ? Appointments.Moment(Reader, closed) : Messages.Get(Reader, Sentence.MinutesNotNoted)),
            (Sentence.MinutesFactChair, Body.Chair),
            (Sentence.MinutesFactTaker, Body.MinuteTaker),
            (Sentence.CountEntitled, Messages.Get(Reader, Body.CountsOrganizations ? Sentence.MinutesEntitledOrganizations : Sentence.MinutesEntitledPersons, Body.Entitled)),
            (Sentence.MinutesFactRegister, Register()),
            (Sentence.FactQuorum, string.Join('\n', Body.Presence.Select(presence => MinutesWords.Presence(Reader, presence)))),
        };
        foreach (var (label, text) in facts.Where(fact => fact.Text.Length > 0))
        {
            yield return new DocumentPart.Fact(Messages.Get(Reader, label), text);
        }
    }

    private string Register() => Body.Register is { } mark
        ? string.Join('\n', mark.Corrections.Select(one => Messages.Get(Reader, Sentence.MinutesCorrectedResolution, one.Number, one.By)).Prepend(Messages.Get(Reader, Sentence.MinutesRegisterMark, mark.Number, mark.Hash)))
        : string.Empty;

    private string Convened()
    {
        var convening = Body.Convening;
        var said = new List<string>
        {
            Messages.Get(Reader, Sentence.MinutesConvened, convening.CalledAt),
            Messages.Get(Reader, convening.IsKept ? Sentence.MinutesNoticeKept : Sentence.MinutesNoticeMissed, convening.NoticeDays, Appointments.Date(Reader, convening.LatestDay)),
        };
        if (convening.Reason.Length > 0)
        {
            said.Add(Messages.Get(Reader, Sentence.MinutesUrgentBecause, convening.Reason));
        }

        if (convening.ChangedAt is { } changed)
        {
            said.Add(Messages.Get(Reader, Sentence.MinutesChangedAt, changed));
        }

        return string.Join('\n', said);
    }

    private IEnumerable<DocumentPart> Agenda()
    {
        if (Body.Items.Any(item => item.Place > 0))
        {
            yield return new DocumentPart.Heading(1, Messages.Get(Reader, Sentence.CommandShowAgenda));
            yield return new DocumentPart.Bullets([.. Body.Items.Where(item => item.Place > 0).Select(item => MinutesWords.Heading(Reader, item))]);
        }
    }

    private IEnumerable<DocumentPart> Course()
    {
        yield return new DocumentPart.Heading(1, Messages.Get(Reader, Sentence.MinutesCourse));
        foreach (var item in Body.Items.Concat(Body.Outside.IsEmpty ? [] : [Body.Outside]))
        {
            foreach (var part in new ItemPart(Reader, item).All())
            {
                yield return part;
            }
        }
    }

    /// <summary>All tasks once more in one table, for whoever only looks for theirs.</summary>
    private IEnumerable<DocumentPart> Tasks()
    {
        var tasks = Body.Everything.SelectMany(item => item.Entries.Where(entry => entry.Kind == SessionEntryKind.Task).Select(entry => (Item: item, Task: entry))).ToList();
        if (tasks.Count > 0)
        {
            yield return new DocumentPart.Heading(1, Messages.Get(Reader, Sentence.MinutesTasks));
            yield return new DocumentPart.Grid(
                Messages.Get(Reader, Sentence.MinutesTasks),
                [
                    (Messages.Get(Reader, Sentence.MinutesColumnItem), 2), (Messages.Get(Reader, Sentence.MinutesColumnTask), 9),
                    (Messages.Get(Reader, Sentence.MinutesColumnWho), 5), (Messages.Get(Reader, Sentence.MinutesColumnUntil), 3),
                ],
                [
                    .. tasks.Select(one => new[]
                    {
                        one.Item.Place > 0 ? Messages.Get(Reader, Sentence.MinutesItemShort, one.Item.Place) : "–",
                        one.Task.Text,
                        one.Task.Assignee.Length > 0 ? one.Task.Assignee : Messages.Get(Reader, Sentence.MinutesNobodyNamed),
                        one.Task.Due is { } due ? Appointments.Date(Reader, due) : "–",
                    }),
                ]);
        }
    }

    private IEnumerable<DocumentPart> Corrections()
    {
        var accepted = Body.IsPublic ? [] : Minutes.AcceptedUntil(Version).ToList();
        if (accepted.Count > 0)
        {
            yield return new DocumentPart.Heading(1, Messages.Get(Reader, Sentence.MinutesCorrections));
            yield return new DocumentPart.Bullets([.. accepted.Select(correction => MinutesWords.Accepted(Reader, Network, Body, correction))]);
        }
    }

    private IEnumerable<DocumentPart> Approval()
    {
        yield return new DocumentPart.Heading(1, Messages.Get(Reader, Sentence.MinutesApproval));
        yield return new DocumentPart.Paragraph(State);
        yield return new DocumentPart.Signatures(
            Signed(Sentence.MinutesFactChair, Body.Chair), Signed(Sentence.MinutesFactTaker, Body.MinuteTaker));
    }

    private string Signed(Sentence role, string name) =>
        name.Length > 0 ? Messages.Get(Reader, Sentence.PaperMark, Messages.Get(Reader, role), name) : Messages.Get(Reader, role);
}
