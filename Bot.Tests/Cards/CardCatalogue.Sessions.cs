using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using Bot.Features.Sessions;
using Bot.Features.Sessions.BreakTie;
using Bot.Features.Sessions.CloseSession;
using Bot.Features.Sessions.NoteEntry;
using Bot.Features.Sessions.TakeBackOpening;
using Bot.Features.Tasks;
using Bot.Features.Tasks.RemindAssignee;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>A meeting that goes on, and the tasks that come of it.</content>
internal static partial class CardCatalogue
{
    private static readonly DecisionBasis Heads = new(3, 8, (MajorityRule.Default with { Quorum = new Fraction(1, 2) }).ToCode());

    private static IEnumerable<Catalogued> Sessions(Scene scene)
    {
        const string card = "SessionCard.Render";
        foreach (var sight in System.Enum.GetValues<SessionSight>())
        {
            yield return Replaced($"session-invited-{sight}", card, SessionCard.Render(scene.Reader, Session(scene, MeetingState.Invited, 0), sight, Scene.Now));
            yield return Sent($"session-open-{sight}", card, CardMessage.Of(scene.Reader, SessionCard.Render(scene.Reader, Session(scene, MeetingState.InSession, 9), sight, Scene.Now) with
            {
                Refresh = RefreshFor.Sender(scene.Turn("amina"), SessionVerbs.Show, ("meeting", "m")),
            }));
            yield return Replaced($"session-closed-{sight}", card, SessionCard.Render(scene.Reader, Session(scene, MeetingState.Closed, 40), sight, Scene.Now));
        }

        yield return Replaced("session-moved-on", card, SessionCard.Render(
            scene.Reader, Session(scene, MeetingState.InSession, 1), SessionSight.Lead, Scene.Now, Messages.Get(scene.Reader, Sentence.SessionMovedOn)));
        yield return Replaced("session-cancelled", card, SessionCard.Render(scene.Reader, Session(scene, MeetingState.Cancelled, 0), SessionSight.Member, Scene.Now));
        var view = Session(scene, MeetingState.InSession, 9);
        yield return Replaced("session-close", "CloseQuestion.Render", CloseQuestion.Render(scene.Turn("katrin"), view));
        yield return Replaced("session-takeback", "TakeBackCard.Render", TakeBackCard.Render(scene.Turn("katrin"), Session(scene, MeetingState.InSession, 1)));
        var opening = Session(scene, MeetingState.Invited, 1);
        opening = opening with
        {
            Session = opening.Session with { Record = new SessionRecord([.. opening.Session.Record.Entries.Select(entry => entry with { UndoneAt = Scene.Now, UndoneBy = entry.By })]) },
        };
        yield return Replaced("session-takenback", card, SessionCard.Render(scene.Reader, opening, SessionSight.Lead, Scene.Now));
        var lost = new SessionEntry(1, SessionEntryKind.Decision, Scene.Now, new PersonId("amina")) { Text = Words(scene), Basis = Heads, IsWithoutQuorum = true };
        yield return Replaced("session-noted-lost", "NotedCard.Render", NotedCard.Render(scene.Turn("amina"), view, new SessionStep(lost)));
        foreach (var entry in Session(scene, MeetingState.InSession, 9).Session.Record.Entries.DistinctBy(entry => (entry.Kind, entry.Hands)))
        {
            yield return Replaced($"session-noted-{entry.Number}", "NotedCard.Render", NotedCard.Render(scene.Turn("amina"), view, new SessionStep(entry) { IsRepeated = entry.Number % 2 == 0 }));
        }

        var hands = new HandCount(12, 2, 1);
        var why = Refused(scene, RefusalCode.HandsExceedPresent, 15, 8);
        yield return Replaced("session-hands", "HandsCard.Render", HandsCard.Render(scene.Turn("katrin"), scene.Meeting(), Words(scene), hands, why));
        foreach (var question in Questions(scene).Concat(Ties(scene, view)))
        {
            yield return question;
        }
    }

    /// <summary>Ties of shows of hands: asked, waiting for a witness, broken, left open.</summary>
    private static IEnumerable<Catalogued> Ties(Scene scene, SessionView view)
    {
        const string tie = "HandTieCard.Render";
        var (amina, katrin) = (new PersonId("amina"), new PersonId("katrin"));
        foreach (var rule in new[] { TieRule.Repeat, TieRule.ChairDecides, TieRule.Lot })
        {
            var decision = new SessionEntry(1, SessionEntryKind.Decision, Scene.Now, katrin)
            {
                Text = Words(scene), Hands = new HandCount(1, 1, 0), Basis = new DecisionBasis(3, 8, (MajorityRule.Default with { Tie = rule }).ToCode()),
            };
            var kind = rule == TieRule.Lot ? Verdict.Lot : Verdict.ChairDecides;
            var asked = new SessionEntry(2, SessionEntryKind.TieBroken, Scene.Now, katrin) { About = 1, Tie = new TieBreak(kind, katrin, Scene.Now) { Witness = amina } };
            var broken = asked with { Number = 3, TieVerdict = Verdict.Accepted, Tie = asked.Tie! with { Reason = scene.Text("weil", Voiding.ReasonLimit), DrawnAt = Scene.Now, Witness = rule == TieRule.Lot ? amina : null } };
            SessionEntry[] record = rule == TieRule.Lot ? [decision, asked] : [decision];
            foreach (var (name, entries) in new[] { ("open", record[..1]), ("asked", record), ("broken", [.. record, broken]) })
            {
                var seen = view with { Session = view.Session with { Record = new SessionRecord(entries) } };
                foreach (var who in new[] { "katrin", "amina" })
                {
                    var said = Refused(scene, RefusalCode.ReasonMissing);
                    yield return Sent($"tie-{rule}-{name}-{who}", tie, CardMessage.Of(scene.Reader, HandTieCard.Render(scene.Turn(who), seen, seen.Session.Record.Decisions.Single(), scene.Text("Bernd", Person.NameLimit), said)));
                }

                yield return Replaced($"tie-noted-{rule}-{name}", "NotedCard.Render", NotedCard.Render(scene.Turn("katrin"), seen, new SessionStep(entries[^1])));
                yield return Replaced($"tie-close-{rule}-{name}", "CloseQuestion.Render", CloseQuestion.Render(scene.Turn("katrin"), seen));
            }
        }
    }

    private static IEnumerable<Catalogued> Questions(Scene scene)
    {
        const string question = "TaskQuestion.Render";
        var draft = new TaskDraft(scene.Meeting().Id, Words(scene)) { Name = scene.Text("Amina", MeetingSession.NameLimit), Due = new LocalDate(2027, 4, 3) };
        yield return Replaced("task-who", question, TaskQuestion.Render(scene.Turn("katrin"), draft, [.. scene.Network.People.Take(8)]));
        foreach (var kind in System.Enum.GetValues<AppointmentProblemKind>())
        {
            var problem = new AppointmentProblem(kind, scene.Text("31.2.", 100), [new LocalDate(2027, 4, 3), new LocalDate(2027, 4, 4)], []);
            yield return Replaced($"task-when-{kind}", question, TaskQuestion.Render(scene.Turn("katrin"), draft with { Problems = [problem] }, []));
        }
    }

    private static IEnumerable<Catalogued> Tasks(Scene scene)
    {
        var turn = scene.Turn("katrin");
        List<MeetingTask> tasks = [.. Enumerable.Range(1, scene.Writing == Writing.Usual ? 3 : 40).Select(number => TaskOf(scene, number))];
        foreach (var number in new[] { 1, 2, 999 })
        {
            yield return Replaced($"tasks-{number}", "TaskCard.Render", TaskCard.Render(
                turn, Messages.Get(scene.Reader, Sentence.TasksHeading, tasks.Count, 2), tasks, CommandTable.Tasks, scene.Board.Name, new PageRequest { Number = number }));
        }

        yield return Replaced("tasks-own", "TaskCard.Render", TaskCard.Render(
            turn, Messages.Get(scene.Reader, Sentence.OwnTasksHeading, 1), tasks[..1], CommandTable.OwnTasks, string.Empty, PageRequest.First, Messages.Get(scene.Reader, Sentence.NoTasks)));
        foreach (var (notice, at) in new[] { (TaskNotice.Reminder, Scene.Now), (TaskNotice.Reminder, Scene.Now + Duration.FromDays(200)), (TaskNotice.Overdue, Scene.Now) })
        {
            yield return Sent($"task-{notice}-{at.ToUnixTimeSeconds()}", "TaskDueHandler.Render", TaskDueHandler.Message(scene.Network, scene.Board, tasks[0], notice, at, scene.Reader));
        }
    }

    private static MeetingTask TaskOf(Scene scene, int number) => new(number, scene.Meeting().Id, scene.Board.Id, number, Words(scene))
    {
        Assignee = number % 3 == 0 ? null : new PersonId("amina"),
        AssigneeName = number % 3 == 0 ? scene.Text("Hausmeister", MeetingSession.NameLimit) : string.Empty,
        Due = number % 2 == 0 ? null : Scene.Now.InUtc().Date.PlusDays(number == 1 ? 30 : -30),
        NotedBy = new PersonId("katrin"),
        NotedAt = Scene.Now - Duration.FromDays(60),
    };

    private static string Words(Scene scene) => scene.Text("Wir mieten den Saal im Rathaus", MeetingSession.TextLimit);

    private static SessionView Session(Scene scene, MeetingState state, int entries)
    {
        var opened = Scene.Now - Duration.FromMinutes(30);
        var meeting = scene.Meeting(state: state) with
        {
            Day = Scene.Now.InZone(scene.Network.Zone).Date,
            Start = Scene.Now.InZone(scene.Network.Zone).TimeOfDay,
            OpenedAt = state is MeetingState.InSession or MeetingState.Closed ? opened : null,
            ClosedAt = state == MeetingState.Closed ? Scene.Now : null,
        };
        var agenda = scene.Agenda(6);
        var items = agenda.Items.Select(item => item with { Visibility = item.Number == 2 ? AgendaVisibility.Committee : AgendaVisibility.All }).ToList();
        List<SessionEntry> noted = [.. Enumerable.Range(1, entries).Select(number => Noted(scene, number, opened))];
        if (state == MeetingState.Closed)
        {
            noted.Add(new SessionEntry(entries + 1, SessionEntryKind.Closed, Scene.Now, new PersonId("amina")));
        }

        var ballot = View(scene, MotionKind.General).Record;
        var voters = scene.Network.Electorate(scene.Board).Select(entry => entry.Voter).Take(2).ToList();
        return new SessionView(
            new MeetingSession(scene.Network, new Agenda(meeting, items), new SessionRecord(noted)),
            new Attendance([.. voters.Select((voter, index) => new AttendanceLine(voter, [new Stay(new PersonId(voter.Value), new PersonId("katrin"), opened, index == 0 ? null : Scene.Now)]))]),
            state == MeetingState.InSession ? [.. Enumerable.Repeat(ballot, 7)] : [],
            state == MeetingState.Closed ? noted.Where(entry => entry.Kind == SessionEntryKind.Decision).ToImmutableDictionary(entry => entry.Number, entry => $"2027-{entry.Number:00}") : ImmutableDictionary<int, string>.Empty);
    }

    private static SessionEntry Noted(Scene scene, int number, Instant at)
    {
        var (amina, text) = (new PersonId("amina"), Words(scene));
        var entry = new SessionEntry(number, SessionEntryKind.Opened, at + Duration.FromMinutes(number), amina) { Item = 2 };
        return (number % 10) switch
        {
            1 => entry with { Item = null },
            2 => entry with { Kind = SessionEntryKind.ItemBegun, Item = 1 },
            3 => entry with { Kind = SessionEntryKind.ItemDone, Item = 1 },
            4 => entry with { Kind = SessionEntryKind.ItemPostponed, Item = 99 },
            5 => entry with { Kind = SessionEntryKind.ItemBegun },
            6 => entry with { Kind = SessionEntryKind.Decision, Text = text, Hands = new HandCount(2, 0, 1), Basis = Heads, Item = 1 },
            7 => entry with { Kind = SessionEntryKind.Decision, Text = text, Basis = Heads },
            8 => entry with { Kind = SessionEntryKind.Task, Text = text, Task = number, Assignee = amina, Due = new LocalDate(2027, 4, 3), Item = 1 },
            _ => entry with { Kind = SessionEntryKind.Note, Text = text },
        };
    }
}
