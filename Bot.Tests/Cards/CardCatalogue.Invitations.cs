using System.Collections.Generic;
using Bot.Domain.Committees;
using Bot.Features.Invitations.SetMail;
using Bot.Features.Meetings;
using Bot.Features.Meetings.CallMeeting;
using Bot.Texts;

namespace Bot.Tests.Cards;

/// <content>Cards about mail addresses, online links and busy calendars.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Invitations(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var longest = MailAddress.Read(new string('a', 64) + "@" + string.Join('.', new string('b', 59), new string('c', 59), new string('d', 59), "example"))!;
        yield return Replaced("mail-own", "MailCard.Render", MailCard.Render(turn, turn.Sender!, MailAddress.Read("katrin_vogel*@example.org")!));
        yield return Replaced("mail-of", "MailCard.Render", MailCard.Render(turn, scene.Network.Person(new PersonId("amina"))!, longest));
        var agenda = scene.Agenda(2);
        agenda = agenda with { Meeting = agenda.Meeting with { OnlineLink = "https://teams.example.com/l/meetup-join/" + new string('x', 300) } };
        yield return Replaced("meeting-online", Meeting, MeetingCard.Render(scene.Reader, scene.Network, agenda, Scene.Now));
        yield return Replaced("preview-busy", Preview, PreviewCard.Render(
            scene.Reader, scene.Network, Scene.Now, Draft(scene), Draft(scene).Complete!, hints: [Messages.Get(scene.Reader, Sentence.HintBusy, 2, 7)]));
    }
}
