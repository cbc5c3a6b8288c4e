using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Features.Meetings;
using Bot.Features.Meetings.CallMeeting;
using Bot.Features.Meetings.CancelMeeting;
using Bot.Features.Meetings.ProposeItem;
using Bot.Features.Meetings.ProposeRhythm;
using Bot.Features.Meetings.RemindMembers;
using Bot.Features.Meetings.SearchMeetings;
using Bot.Platform.Cards;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Meetings and their agendas.</content>
internal static partial class CardCatalogue
{
    private const string Meeting = "MeetingCard.Render";

    private const string Form = "MeetingForm.Render";

    private const string Preview = "PreviewCard.Render";

    private static readonly LocalDate GoodFriday = new(2027, 3, 26);

    private static IEnumerable<Catalogued> Meetings(Scene scene)
    {
        var invitation = scene.Agenda(0);
        yield return Sent("meeting-invitation", Meeting, NewsCard.Message(scene.Reader, scene.Network, invitation, Scene.Now, null));
        var reminder = new MeetingReminder(3, Scene.Now);
        foreach (var daysBefore in new[] { 0, 1, 14 })
        {
            var at = Scene.Now + Duration.FromDays(52 - daysBefore);
            yield return Sent($"meeting-reminder-{daysBefore}", Meeting, NewsCard.Message(scene.Reader, scene.Network, scene.Agenda(3), at, reminder));
        }

        yield return Shown("meeting-next", scene, scene.Agenda(4));
        yield return Shown("meeting-urgent", scene, scene.Agenda(2, MeetingKind.Urgent));
        yield return Shown("meeting-urgent-empty", scene, scene.Agenda(0, MeetingKind.Urgent));
        yield return Shown("meeting-cancelled", scene, scene.Agenda(2, state: MeetingState.Cancelled));
        yield return Replaced("meeting-agenda-closed", Meeting, MeetingCard.Render(scene.Reader, scene.Network, scene.Agenda(2), Scene.Now + Duration.FromDays(51)));
        var full = scene.Agenda(scene.Writing == Writing.Heaviest ? 200 : 40, MeetingKind.Urgent);
        foreach (var number in new[] { 1, 2, 999 })
        {
            yield return Replaced($"meeting-agenda-{number}", Meeting, MeetingCard.Render(scene.Reader, scene.Network, full, Scene.Now, page: new PageRequest { Number = number }));
        }

        var lead = Messages.Get(scene.Reader, Sentence.ItemAdded, full.PlaceOf(full.Items[^1]), CardText.Escape(full.Items[^1].Title, LineBreaks.Collapse));
        yield return Replaced("meeting-item-added", Meeting, MeetingCard.Render(scene.Reader, scene.Network, full, Scene.Now, lead, new PageRequest { Key = AgendaPart.KeyOf(full.Items[^1]) }));
        yield return Replaced("meeting-public", "MeetingCard.RenderPublic", MeetingCard.RenderPublic(scene.Reader, scene.Network, scene.Meeting(MeetingKind.Urgent)));
        yield return Replaced("meeting-inserted", "MeetingSearch.Full", MeetingSearch.Full(scene.Turn("amina"), scene.Meeting(MeetingKind.Urgent)));
        yield return Sent("meeting-off", "SentenceCard.Of", CancelledNews.Message(scene.Network, scene.Meeting(state: MeetingState.Cancelled), scene.Reader));
        var title = MeetingCard.Title(scene.Reader, scene.Network, scene.Meeting());
        yield return Replaced("meeting-called", "SentenceCard.Of", SentenceCard.Of(scene.Reader, Messages.Get(scene.Reader, Sentence.MeetingCalled, title)));
        yield return Replaced("meeting-cancelled-done", "SentenceCard.Of", SentenceCard.Of(scene.Reader, Messages.Get(scene.Reader, Sentence.MeetingCancelledDone, title)));
    }

    private static IEnumerable<Catalogued> MeetingForms(Scene scene)
    {
        yield return Replaced("meeting-form-empty", Form, MeetingForm.Render(scene.Reader, scene.Network, new MeetingDraft()));
        yield return Replaced("meeting-form-2", Form, MeetingForm.Render(scene.Reader, scene.Network, new MeetingDraft { Committee = scene.Board.Id }, page: new PageRequest { Number = 2 }));
        var several = scene.Network.Committees.Take(3).Select(committee => committee.Id).ToList();
        yield return Replaced("meeting-form-committees", Form, MeetingForm.Render(scene.Reader, scene.Network, Draft(scene) with { Committee = null, Named = several, End = new LocalTime(19, 0) }));
        yield return Replaced("meeting-preview-holiday", Preview, PreviewCard.Render(
            scene.Reader, scene.Network, Scene.Now, Draft(scene) with { Day = GoodFriday }, new MeetingProposal(scene.Board.Id, GoodFriday, new LocalTime(17, 0), "Rathaus", string.Empty, string.Empty) { End = new LocalTime(19, 0) }));
        foreach (var kind in Enum.GetValues<AppointmentProblemKind>())
        {
            var isAboutTimes = kind is AppointmentProblemKind.AmbiguousTime or AppointmentProblemKind.TwoTimes;
            var problem = new AppointmentProblem(
                kind,
                scene.Text(isAboutTimes ? "um 6" : "31.2.", 300),
                isAboutTimes ? [] : [new LocalDate(2027, 1, 14), new LocalDate(2027, 1, 15)],
                isAboutTimes ? [new LocalTime(6, 0), new LocalTime(18, 0)] : []);
            yield return Replaced($"meeting-form-{kind}", Form, MeetingForm.Render(scene.Reader, scene.Network, Draft(scene) with { Day = null, Problems = [problem] }));
        }

        foreach (var (code, details) in new (RefusalCode, object[])[]
        {
            (RefusalCode.DayTaken, [scene.Board.Name, new LocalDate(2027, 1, 14), new LocalTime(17, 0)]),
            (RefusalCode.MeetingInPast, [new LocalDate(2026, 1, 14), new LocalTime(17, 0)]),
            (RefusalCode.NoSuchHour, [new LocalDate(2027, 3, 28), new LocalTime(2, 30)]),
            (RefusalCode.TextTooLong, [MeetingProposal.TextLimit]),
        })
        {
            yield return Replaced($"meeting-form-{code}", Form, MeetingForm.Render(scene.Reader, scene.Network, Draft(scene), Refused(scene, code, details)));
        }

        var drafted = Draft(scene) with { Form = FormReference.About("m-1") };
        yield return Replaced("preview", Preview, PreviewCard.Render(scene.Reader, scene.Network, Scene.Now, drafted, drafted.Complete!) with
        {
            Refresh = RefreshFor.Sender(scene.Turn("katrin"), MeetingVerbs.RefreshPreview, drafted.ToData()),
        });
        var late = Draft(scene) with { Day = new LocalDate(2026, 11, 25) };
        yield return Replaced("preview-late", Preview, PreviewCard.Render(scene.Reader, scene.Network, Scene.Now, late, late.Complete!));
        var urgent = late with { Reason = scene.Reason };
        yield return Replaced("preview-urgent", Preview, PreviewCard.Render(scene.Reader, scene.Network, Scene.Now, urgent, urgent.Complete!));
        yield return Sent("preview-rhythm", Preview, RhythmDueHandler.Message(scene.Network, scene.Plenary, new LocalDate(2027, 3, 9), Scene.Now, scene.Reader));
    }

    private static IEnumerable<Catalogued> Items(Scene scene)
    {
        var one = scene.Meeting();
        List<Meeting> several = [.. scene.Network.Committees.Select(committee => scene.Meeting(committee: committee) with { Id = new MeetingId("m-" + committee.Id.Value) })];
        var item = new ProposedItem(scene.Text("Stand Demokratiefest", 200), 15, AgendaVisibility.All);
        yield return Said("item-form", "ProposeItemCommand.Form", ProposeItemCommand.Form(scene.Turn("amina"), [one], item with { Title = string.Empty }));
        yield return Said("item-form-several", "ItemForm.Render", ProposeItemCommand.Form(scene.Turn("amina"), several, item));
        yield return Said("item-which-meeting", "ChooseMeetingCard.Render", ChooseMeetingCard.Render(scene.Turn("amina"), [.. several.Take(ChooseMeetingCard.Most)], item));
        yield return Replaced("cancel-one", "CancelQuestionCard.Render", CancelQuestionCard.Render(scene.Turn("katrin"), [one], scene.Reason));
        yield return Replaced("cancel-several", "CancelQuestionCard.Render", CancelQuestionCard.Render(scene.Turn("katrin"), several, string.Empty));
    }

    private static MeetingDraft Draft(Scene scene) => new()
    {
        Committee = scene.Board.Id,
        Day = new LocalDate(2027, 1, 14),
        Start = new LocalTime(17, 0),
        Place = scene.Place,
        Topic = scene.Topic,
    };

    private static Catalogued Shown(string name, Scene scene, Bot.Domain.Agendas.Agenda agenda) =>
        Sent(name, Meeting, CardMessage.Of(scene.Reader, MeetingCard.Render(scene.Reader, scene.Network, agenda, Scene.Now) with
        {
            Refresh = MeetingRefresh.Sender(scene.Turn("amina"), agenda.Meeting.Id),
        }));
}
