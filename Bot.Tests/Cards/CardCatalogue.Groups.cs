using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Bot.Domain.Committees;
using Bot.Features.Groups.FollowGroup;
using Bot.Features.Groups.ReportGroup;
using Bot.Features.Groups.ShowRemit;
using Bot.Features.Members.ShowComposition;
using Bot.Platform.Cards;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Working groups, and where somebody is missing.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Groups(Scene scene)
    {
        var remit = new Remit
        {
            Text = scene.Text("Abende für Demokratie planen", Remit.TextLimit),
            Resolution = "2026-07",
            Since = new LocalDate(2026, 1, 12),
            Until = new LocalDate(2026, 11, 1),
            Reason = scene.Text("Beschluss 2026-09", Remit.ReasonLimit),
            Spokesperson = new PersonId("dao"),
            IsOpen = true,
            ReportDue = new LocalDate(2026, 10, 1),
            ReportMonths = 6,
            LastReport = new GroupReport(2, new LocalDate(2026, 4, 1), new PersonId("dao"), scene.Text("Zwei Abende, 80 Gäste.", GroupReport.TextLimit)),
        };
        var group = scene.Network.Committees.LastOrDefault(committee => committee.Kind == CommitteeKind.WorkingGroup) ?? scene.Board with { Id = new CommitteeId("bildung"), Kind = CommitteeKind.WorkingGroup, Name = "AG Bildung" };
        group = group with { Remit = remit };
        var turn = Knowing(scene, group);
        yield return Said("remit", "RemitCard.Render", new Answer.Card(RemitCard.Render(turn, group), group.Name));
        yield return Said("remit-blank", "RemitCard.Render", new Answer.Card(RemitCard.Render(turn, group with { Remit = null }), group.Name));
        yield return Said("remit-ended", "RemitCard.Render", new Answer.Card(RemitCard.Render(turn, group with { Remit = remit with { EndedBy = "2026-11" }, EndedOn = new LocalDate(2026, 11, 20) }), group.Name));
        foreach (var number in scene.Writing == Writing.Heaviest ? new[] { 1, 2, 999 } : [1])
        {
            yield return Said($"groups-{number}", "ShowRemitCommand.List", ((IPagedCommand)new ShowRemitCommand()).PageAsync(turn, string.Empty, new PageRequest { Number = number }, CancellationToken.None).Result);
        }

        yield return Replaced("group-wish", "GroupCards.Wish", GroupCards.Wish(scene.Reader, group, scene.Network.People[0]));
        foreach (var days in new[] { -14, 0, 7 })
        {
            yield return Replaced($"group-report-{days}", "ReportCard.Render", GroupCards.Report(scene.Reader, group, new GroupNotice(Scene.Now, days, IsReport: true, new LocalDate(2026, 12, 1)), new LocalDate(2026, 12, 1).PlusDays(days)));
        }

        yield return Replaced("group-report-written", "ReportCard.Render", ReportCard.Render(scene.Reader, group, CardText.Escape(group.Name, LineBreaks.Collapse), remit.LastReport!.Text));
        yield return Replaced("group-term", "SentenceCard.Of", GroupCards.Term(scene.Reader, group, new GroupNotice(Scene.Now, -56, IsReport: false, new LocalDate(2026, 12, 1)), new LocalDate(2026, 12, 1)));
        yield return Replaced("group-term-over", "SentenceCard.Of", GroupCards.Term(scene.Reader, group, new GroupNotice(Scene.Now, 1, IsReport: false, new LocalDate(2026, 12, 1)), new LocalDate(2026, 12, 2)));
        foreach (var committee in new[] { scene.Plenary, scene.Board })
        {
            yield return Replaced($"composition-{committee.Kind}", "CompositionCommand.Card", CompositionCommand.Card(scene.Reader, committee, Composition.Of(scene.Network, committee)));
        }
    }

    /// <summary>Katrin, in a network that has the group, in which Dao sits.</summary>
    private static Turn Knowing(Scene scene, Committee group)
    {
        var turn = scene.Turn("katrin");
        var network = scene.Network with
        {
            Committees = [.. scene.Network.Committees.Where(committee => committee.Id != group.Id), group],
            Seats = [.. scene.Network.Seats, new Seat(group.Id, new PersonId("dao"))],
        };
        return turn with { Snapshot = turn.Snapshot with { Network = network } };
    }
}
