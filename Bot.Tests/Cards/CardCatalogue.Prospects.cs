using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Memberships;
using Bot.Features.Prospects;
using Bot.Features.Prospects.AddProspect;
using Bot.Features.Prospects.ChangeProspect;
using Bot.Features.Prospects.EndProspect;
using Bot.Features.Prospects.ListProspects;
using Bot.Features.Prospects.RecordContact;
using Bot.Features.Prospects.RemindCoordinators;
using Bot.Features.Prospects.ShowProspect;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Tests.Cards;

/// <content>Organizations that could become partners.</content>
internal static partial class CardCatalogue
{
    private static readonly int[] ProspectPages = [1, 2, 999];

    private static IEnumerable<Catalogued> Prospects(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var full = ProspectOf(scene, 0);
        var said = new SaidContact(null, scene.Text("Angerufen, meldet sich.", ProspectContact.NoteLimit), new LocalDate(2027, 2, 3));
        var why = Refused(scene, RefusalCode.TextTooLong, ProspectDetails.NoteLimit);
        IReadOnlyList<NotedProspect> many = [.. System.Enum.GetValues<ProspectStage>().SelectMany(stage => Enumerable.Range(0, scene.Writing == Writing.Heaviest ? 40 : 1)
            .Select(number => new NotedProspect(ProspectOf(scene, ((int)stage * 100) + number), stage)))];
        foreach (var stage in System.Enum.GetValues<ProspectStage>())
        {
            yield return Replaced($"prospect-{stage}", "ProspectCard.Render", ProspectCard.Render(turn, new NotedProspect(full, stage), Messages.Get(scene.Reader, Sentence.ProspectThere)));
        }

        foreach (var number in scene.Writing == Writing.Heaviest ? ProspectPages : [1])
        {
            yield return Replaced($"prospects-{number}", "ProspectListCard.Render", ProspectListCard.Render(turn, many, new PageRequest { Number = number }));
        }

        yield return Replaced("prospects-none", "ProspectListCard.Render", ProspectListCard.Render(turn, [], PageRequest.First));
        yield return Replaced("prospects-which", "ProspectListCard.Render", WhichCard.Draw(turn, new ProspectList(many), scene.Text("Verein", 60)));
        yield return Replaced("prospect-add", "ChangeCard.Form", ProspectForm.Draw(turn, full.Name, full.Details, why));
        yield return Replaced("prospect-change", "ChangeCard.Form", ChangeForm.Draw(turn, full, full.Details, why));
        yield return Replaced("prospect-contact", "ChangeCard.Form", ContactForm.Draw(turn, [many[0]], said, why));
        yield return Replaced("prospect-contact-which", "ChangeCard.Form", ContactForm.Draw(turn, many, said));
        yield return Replaced("prospect-remove", "ChangeCard.Preview", RemoveCard.Draw(turn, full, Messages.Get(scene.Reader, Sentence.SetupOvertaken)));
        yield return Sent("prospect-reminder", "SentenceCard.Of", ProspectDueHandler.Reminder(scene.Reader, full, new LocalDate(2027, 2, 3)));
    }

    private static Prospect ProspectOf(Scene scene, int number) => new()
    {
        Id = new ProspectId("p" + number),
        Name = scene.Text("Moscheeverein Zwickau", Admission.NameLimit),
        Details = new ProspectDetails(Sector.Religion, scene.Text("Kam über das Demokratiefest.", ProspectDetails.NoteLimit), new LocalDate(2027, 2, 3)),
        AddedBy = new PersonId("katrin"),
        AddedAt = Scene.Now,
        TouchedAt = Scene.Now,
        Contacts = [.. Enumerable.Range(1, Prospect.KeptContacts).Select(day => new ProspectContact(new LocalDate(2026, 11, day), new PersonId("katrin"), scene.Text("Angerufen, meldet sich.", ProspectContact.NoteLimit)))],
        Declined = new ProspectRefusal(new LocalDate(2026, 11, 20), new PersonId("katrin")),
    };
}
