using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Features.Privacy.Contacts;
using Bot.Features.Privacy.DeleteOwnData;
using Bot.Features.Privacy.LockProfile;
using Bot.Features.Privacy.ShowOwnData;
using Bot.Turns;

namespace Bot.Tests.Cards;

/// <content>Cards about one's own data.</content>
internal static partial class CardCatalogue
{
    private static IEnumerable<Catalogued> Privacy(Scene scene)
    {
        var turn = scene.Turn("amina");
        IReadOnlyList<(KeptKind, int)> everything = [.. Enum.GetValues<KeptKind>().Select((kind, index) => (kind, (index + 1) * 137))];
        yield return Replaced("data-everything", "OwnDataCard.Render", OwnDataCard.Render(turn, everything, PageRequest.First));
        yield return Replaced("data-second-page", "OwnDataCard.Render", OwnDataCard.Render(turn, everything, new PageRequest { Number = 2 }));
        yield return Replaced("data-little", "OwnDataCard.Render", OwnDataCard.Render(turn, [(KeptKind.Profile, 1)], PageRequest.First));
        yield return Replaced("data-delete", "DepartureQuestion.Render", DepartureQuestion.Render(turn, everything, NameNeeded.No));
        yield return Replaced("data-delete-later", "DepartureQuestion.Render", DepartureQuestion.Render(turn, everything, NameNeeded.InBallot | NameNeeded.InMeeting | NameNeeded.InElection));
        yield return Replaced("data-delete-last", "DepartureQuestion.Last", DepartureQuestion.Last(scene.Turn("katrin")));
        var sheet = ContactSheet.Empty.With(ContactField.Function, scene.Text("Geschaeftsstelle", 110), ContactAudience.Members).With(ContactField.Phone, "0341 123456", ContactAudience.Committees);
        yield return Replaced("contact-own", "ContactCard.Own", ContactCard.Own(scene.Reader, ContactSheet.Empty));
        yield return Replaced("contact-saved", "ContactCard.Own", ContactCard.Own(scene.Reader, sheet, Bot.Texts.Messages.Get(scene.Reader, Bot.Texts.Sentence.ContactSaved)));
        yield return Replaced("contact-of", "ContactCard.Of", ContactCard.Of(scene.Reader, scene.Network.People[0], [.. sheet.Entries]));
        yield return Replaced("contact-log-none", "ContactCard.Log", ContactCard.Log(turn, [], PageRequest.First));
        yield return Replaced("contact-log", "ContactCard.Log", ContactCard.Log(turn, [.. Enumerable.Range(0, 60).Select(hour => (scene.Network.People[0].Id, turn.Now + NodaTime.Duration.FromHours(hour)))], new PageRequest { Number = 2 }));
        yield return Replaced("profile-locked", "LockCard.Locked", LockCard.Own(scene.Reader));
        yield return Replaced("profile-locked-other", "LockCard.Locked", LockCard.OfOther(scene.Reader, scene.Network.People[0] with { HiddenName = scene.Network.People[0].Name }));
        var several = turn with { Own = [turn.Whole, turn.Whole], Undecided = turn.Whole };
        yield return Replaced("network-choice", "NetworkChoice.Question", NetworkChoice.Question(several));
        yield return Replaced("network-switch", "NetworkChoice.Question", NetworkChoice.Question(several with { Undecided = null }));
        yield return Replaced("data-deleted", "DepartureQuestion.Done", DepartureQuestion.Done(scene.Reader, NameNeeded.InBallot));
    }
}
