using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Meetings;
using Bot.Features.Meetings.EditAgenda;
using Bot.Features.Rules.SetStandingItems;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Agendas with everything an item can be, and what can be changed about them.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Agendas(Scene scene)
    {
        var own = scene.Turn("katrin");
        var agenda = Mixed(scene);
        yield return Replaced("agenda-private", Meeting, MeetingCard.Render(scene.Reader, scene.Network, agenda, Scene.Now, isPrivate: true));
        yield return Replaced("agenda-in-a-room", Meeting, MeetingCard.Render(scene.Reader, scene.Network, agenda, Scene.Now));
        foreach (var number in new[] { 1, 2, 3 })
        {
            yield return Replaced($"agenda-edit-{number}", "EditAgendaCard.Render", EditAgendaCard.Render(own, agenda, Messages.Get(scene.Reader, Sentence.ItemMoved, AgendaLine.Name(scene.Reader, scene.Network, agenda.Items[1]), 2), new PageRequest { Number = number }));
        }

        yield return Replaced("agenda-edit-empty", "EditAgendaCard.Render", EditAgendaCard.Render(own, scene.Agenda(0), null, PageRequest.First));
        foreach (var item in agenda.Items)
        {
            yield return Replaced($"agenda-item-{item.Number}", "EditItemCard.Render", EditItemCard.Render(own, agenda, item));
        }

        yield return Replaced("agenda-item-refused", "EditItemCard.Render", EditItemCard.Render(own, agenda, agenda.Items[1], Refused(scene, Bot.Domain.RefusalCode.ItemStandsAlready, 3)));
        foreach (var change in new ItemChange[] { new ItemChange.Withdraw(), new ItemChange.Refer(scene.Plenary.Id), new ItemChange.Visible(AgendaVisibility.All) })
        {
            yield return Replaced($"agenda-confirm-{change.GetType().Name}", "ConfirmChangeCard.Render", ConfirmChangeCard.Render(own, agenda, agenda.Items[1], change));
        }

        List<Meeting> several = [.. scene.Network.Committees.Select(committee => scene.Meeting(committee: committee) with { Id = new MeetingId("m-" + committee.Id.Value) })];
        yield return Replaced("agenda-which", "ChooseAgendaCard.Render", ChooseAgendaCard.Render(own, several, scene.Text("TOP 3 nach oben", 300)));
        yield return Replaced("agenda-order", "AskOrderCard.Render", AskOrderCard.Render(own, new CommandText("TOP 3 nach obn " + scene.Text("rechts", 500))));
        yield return Replaced("agenda-which-to-edit", "ChooseAgendaCard.Render", ChooseAgendaCard.Render(own, several, string.Empty));
        foreach (var card in OnEveryAgenda(scene, own))
        {
            yield return card;
        }
    }

    private static IEnumerable<Catalogued> OnEveryAgenda(Scene scene, Turn own)
    {
        var items = new StandingItems(
            [.. Enumerable.Range(1, StandingItems.Most - 1).Select(number => new StandingItem(Titled(scene, number)) { Minutes = 240 })], [new StandingItem(Titled(scene, 0))]);
        var committee = scene.Plenary;
        var changed = committee with { Timeline = new RulesTimeline([committee.Rules, committee.Rules with { Version = 2, EffectiveFrom = Today.PlusDays(40), StandingItems = StandingItems.None }]) };
        var turn = own with { Snapshot = own.Snapshot with { Network = With(own.Network, changed) } };
        yield return Replaced("standing-form", "StandingForm.Render", StandingForm.Render(own, committee, StandingWords.Write(items), null, Messages.Get(scene.Reader, Sentence.StandingUnclear, StandingItems.Most, StandingItems.TitleLimit)));
        yield return Replaced("standing-form-empty", "StandingForm.Render", StandingForm.Render(own, committee, string.Empty, Today));
        yield return Replaced("standing-preview", "StandingPreview.Draw", StandingPreview.Render(turn, new StandingDraft(committee.Id, items, Today.PlusDays(3)), Messages.Get(scene.Reader, Sentence.RulesOvertaken)));
        yield return Replaced("standing-preview-none", "StandingPreview.Draw", StandingPreview.Render(own, new StandingDraft(committee.Id, StandingItems.None, Today)));
    }

    private static string Titled(Scene scene, int number) => scene.Writing == Writing.Usual
        ? "Bericht " + number.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : number.ToString(System.Globalization.CultureInfo.InvariantCulture) + scene.Text(string.Empty, StandingItems.TitleLimit - 1).Replace(';', ',').Replace('\n', ' ');

    /// <summary>One item of each kind and in each state, as long as can be.</summary>
    private static Agenda Mixed(Scene scene)
    {
        var link = new ItemLink(scene.Plenary.Id, new MeetingId("m-0"), new LocalDate(2026, 10, 13), 3);
        AgendaItem Item(int number, AgendaItemKind kind) => new(number, scene.ItemTitle(number), 45, new PersonId("amina"), Scene.Now) { Kind = kind, Presenter = scene.Text("Anna Berg", Agenda.PresenterLimit) };
        AgendaItem[] items =
        [
            Item(1, AgendaItemKind.Urgency),
            Item(2, AgendaItemKind.Proposed),
            Item(3, AgendaItemKind.UrgentMotion),
            Item(4, AgendaItemKind.UrgentMotion) with { IsTakenUp = true },
            Item(5, AgendaItemKind.UrgentMotion) with { IsTakenUp = false, State = AgendaItemState.Postponed },
            Item(6, AgendaItemKind.Proposed) with { Visibility = AgendaVisibility.Committee },
            Item(7, AgendaItemKind.CarriedOver) with { CarriedFrom = link, Minutes = null },
            Item(8, AgendaItemKind.Referred) with { ReferredFrom = link, State = AgendaItemState.Done },
            Item(9, AgendaItemKind.Proposed) with { State = AgendaItemState.Referred, ReferredTo = scene.Plenary.Id },
            Item(10, AgendaItemKind.Answer) with { ReferredFrom = link, Answer = scene.Text("Der Antrag wird angenommen.", Agenda.AnswerLimit) },
            Item(11, AgendaItemKind.Answer) with { ReferredFrom = link, Answer = string.Empty },
            Item(12, AgendaItemKind.Proposed) with { State = AgendaItemState.Postponed },
            Item(13, AgendaItemKind.Standing) with { StandsLast = true },
        ];
        return new Agenda(scene.Meeting(MeetingKind.Urgent) with { End = new LocalTime(18, 30) }, items);
    }
}
