using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Privacy;
using Bot.Features.Privacy.Contacts;
using Bot.Features.Privacy.DeleteOwnData;
using Bot.Features.Privacy.KeepFor;
using Bot.Features.Privacy.LockProfile;
using Bot.Features.Privacy.ShowAudit;
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
        yield return Replaced("contact-own", "ContactCard.Own", ContactCard.Own(scene.Reader, ContactSheet.Empty, 10));
        yield return Replaced("contact-saved", "ContactCard.Own", ContactCard.Own(scene.Reader, sheet, 50, Bot.Texts.Messages.Get(scene.Reader, Bot.Texts.Sentence.ContactSaved)));
        yield return Replaced("contact-of", "ContactCard.Of", ContactCard.Of(scene.Reader, scene.Network.People[0], [.. sheet.Entries]));
        yield return Replaced("contact-log-none", "ContactCard.Log", ContactCard.Log(turn, [], PageRequest.First));
        yield return Replaced("contact-log", "ContactCard.Log", ContactCard.Log(turn, [.. Enumerable.Range(0, 60).Select(hour => (scene.Network.People[0].Id, turn.Now + NodaTime.Duration.FromHours(hour)))], new PageRequest { Number = 2 }));
        yield return Replaced("profile-locked", "LockCard.Locked", LockCard.Own(scene.Reader));
        yield return Replaced("profile-locked-other", "LockCard.Locked", LockCard.OfOther(scene.Reader, scene.Network.People[0] with { HiddenName = scene.Network.People[0].Name }));
        foreach (var card in Keeping(scene))
        {
            yield return card;
        }

        var several = turn with { Own = [turn.Whole, turn.Whole], Undecided = turn.Whole };
        yield return Replaced("network-choice", "NetworkChoice.Question", NetworkChoice.Question(several));
        yield return Replaced("network-switch", "NetworkChoice.Question", NetworkChoice.Question(several with { Undecided = null }));
        yield return Replaced("data-deleted", "DepartureQuestion.Done", DepartureQuestion.Done(scene.Reader, NameNeeded.InBallot));
    }

    private static IEnumerable<Catalogued> Keeping(Scene scene)
    {
        var turn = scene.Turn("katrin");
        var committee = scene.Network.Committees[0].Id;
        IReadOnlyList<AuditEntry> entries =
        [
            .. AuditTable.Audited.Keys.Order().Select((right, place) => new AuditEntry(
                "a" + place, turn.Now - NodaTime.Duration.FromHours(place), place % 5 == 0 ? null : scene.Network.People[0].Id, right, (AuditedThing)(place % 10), "person", place % 10 > 2 ? [committee] : [])),
        ];
        var filter = new AuditFilter(AuditKind.Meetings, new NodaTime.LocalDate(2027, 1, 1), scene.Network.People[0]);
        foreach (var number in new[] { 1, 2, 4 })
        {
            var page = Paging.Cut(entries, Bot.Storage.AuditStore.KeyOf, _ => 250, 15, new PageRequest { Number = number });
            yield return Replaced("audit-" + number, "AuditCard.Render", AuditCard.Render(turn, number == 1 ? filter with { Kind = null, Month = null, Person = null } : filter, page, AuditedThings.None, scene.Text("Januar", 40)));
        }

        yield return Replaced("audit-none", "AuditCard.Render", AuditCard.Render(turn, filter, Paging.Cut<AuditEntry>([], Bot.Storage.AuditStore.KeyOf, _ => 1, 15, PageRequest.First), AuditedThings.None, string.Empty));
        var counts = Enum.GetValues<RetentionKind>().ToDictionary(kind => kind, kind => 1234);
        var progress = new RetentionProgress(turn.Now);
        yield return Replaced("retention-first", "RetentionCard.Render", RetentionCard.Render(turn, new RetentionStanding(RetentionTerms.Usual, null, new Dictionary<RetentionKind, int>())));
        yield return Replaced("retention-nothing", "RetentionCard.Render", RetentionCard.Render(turn, new RetentionStanding(RetentionTerms.Usual.With(RetentionKind.Polls, 1)!, progress with { Last = turn.Now }, counts)));
        yield return Replaced("retention-full", "RetentionCard.Render", RetentionCard.Render(turn, new RetentionStanding(RetentionTerms.Usual, progress.Begin(turn.Now, counts).End(turn.Now, scene.Network.Zone), counts)));
        var change = new RetentionChange(RetentionKind.Rolls, 12, 6, RetentionTerms.Usual.With(RetentionKind.Rolls, 6)!);
        yield return Replaced("retention-preview", "RetentionCard.Preview", RetentionCard.Preview(turn, change, 137));
        yield return Replaced("retention-overtaken", "RetentionCard.Preview", RetentionCard.Preview(turn, change with { Kind = null }, null, Bot.Texts.Sentence.RetentionSetOvertaken));
        yield return Replaced("retention-set", "RetentionCard.Set", RetentionCard.Set(scene.Reader, change.Said(scene.Reader)));
    }
}
