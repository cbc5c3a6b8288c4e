using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.MemberLists;
using Bot.Features.MemberLists.PreviewList;
using Bot.Storage;
using Bot.Texts;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Cards of lists of organizations.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> MemberLists(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var members = scene.Network.Organizations.Take(8).ToList();
        SentRow[] rows =
        [
            new(1, ["Organisation", "Bereich", "Vertreten durch", "Mail", scene.Text("Telefon", 200)]),
            .. Enumerable.Range(2, 12).Select(number => new SentRow(number, [scene.Text("Neuer Verein", 190) + number, "Sport", scene.Text("Clara Beispiel", 90) + number, $"c{number}@example.org"])),
        ];
        var list = new SentList("list", turn.Sender!.Id, turn.Now) { Sheets = [rows] };
        var view = ListView.Of(scene.Network, list, turn.Form, turn.Now);
        var ready = view.Plan with
        {
            Faults = [],
            Questions = [],
            Changed = [.. members.Select((member, index) => new ListChange(20 + index, member, member with { Sector = Sector.Sport, MemberSince = new LocalDate(2020, 1, 1), Representatives = [.. scene.Network.People.Take(3).Select(person => person.Id)] }, [.. scene.Network.People.Take(2)]))],
            Several = [.. scene.Network.People.Take(5)],
        };
        var asked = ready with
        {
            Faults = [.. Enumerable.Range(0, 20).Select(number => new ListFault(2000 + number, new ListPlace(ListColumn.SubstituteMail, 12), ListFaultReason.FormerMember, scene.Text("Verein Brücke", 200)))],
            Questions = [.. members.Select((member, index) => new ListQuestion(2900 + index, scene.Text("Verein Brücke", 200), index % 2 == 0 ? member : null, 40, member.Name))],
        };
        yield return Replaced("list-preview", "PreviewCard.Render", PreviewCard.Render(scene.Reader, view with { Plan = ready }));
        yield return Replaced("list-faults", "PreviewCard.Render", PreviewCard.Render(scene.Reader, view with { Plan = asked }, Messages.Get(scene.Reader, Sentence.ImportStale)));
        yield return Replaced("list-nothing", "PreviewCard.Render", PreviewCard.Render(scene.Reader, view with { Plan = ready with { New = [], Changed = [], NewPeople = [], Mailed = [], Several = [] } }));
    }
}
