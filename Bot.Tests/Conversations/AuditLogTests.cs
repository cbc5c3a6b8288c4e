using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Privacy;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Tests.Attacks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Who did what when, without contents; votes and answers never.</summary>
public class AuditLogTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Entries_OfAMeeting_OneForWhatWasDoneNoneForWhatWasShownOrRefused(Store store)
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("amina", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Beirat am 14. Januar um 17 Uhr im Rathaus");
        Assert.Empty(await EntriesAsync(talk));
        var call = talk.DataOf("katrin", "Einladen");
        await talk.PressesAsync("katrin", "Einladen");
        await talk.PressAsync("katrin", "meeting.call", call);
        await talk.SaysAsync("amina", "Ich komme zum Beirat");

        var entry = Assert.Single(await EntriesAsync(talk));
        var meeting = Assert.Single(await talk.MeetingsAsync());
        Assert.Equal((Right.CallMeeting, AuditedThing.Meeting, meeting.Id.Value, new PersonId("katrin")), (entry.Right, entry.Subject, entry.SubjectId, entry.By));
        Assert.Equal([new CommitteeId("beirat")], entry.Committees);

        await talk.SaysAsync("katrin", "Änderungsverlauf");
        talk.Hears("katrin", "Katrin Vogel – Sitzung einberufen (Beirat, 14.01.2027)");
        Assert.DoesNotContain("Rathaus", talk.LastFor("katrin"), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Änderungsverlauf");
        Assert.DoesNotContain("einberufen", talk.LastFor("amina"), StringComparison.Ordinal);
        await talk.SaysAsync("fremd", "Änderungsverlauf");
        talk.Hears("fremd", "Das kann nur die Koordination");
    }

    /// <summary>By word, by button, changed, by name or secret: nothing beside the one who opened it and the one who ended it.</summary>
    [Fact]
    public async Task Entries_OfABallot_NameNobodyWhoVoted()
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.AppliesAsync("Verein Brücke e. V.");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("bernd", "Nein");
        await talk.PressesAsync("clara", "Ja");
        await talk.SaysAsync("bernd", "Geheim abstimmen");
        await talk.SaysAsync("clara", "befangen");
        await talk.EndsBallotAsync();

        Assert.All(await EntriesAsync(talk), entry => Assert.Equal(new PersonId("katrin"), entry.By));
        Assert.Equal([Right.ApplyForAdmission, Right.CloseBallot], (await EntriesAsync(talk)).Select(entry => entry.Right).Order());
        await talk.SaysAsync("amina", "Meine Daten");
        Assert.DoesNotContain("Was Sie für andere geändert haben", talk.LastFor("amina"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_OfAConfidentialCommittee_IsForThoseWhoSitInIt()
    {
        await using var talk = await HiddenCircle.WorldAsync(exists: true);
        var entries = await EntriesAsync(talk);
        Assert.Contains(entries, entry => entry.Committees.Contains(HiddenCircle.Id));
        Assert.All(entries.Where(entry => AuditTable.IsOfACommittee(entry.Subject)), entry => Assert.NotEmpty(entry.Committees));

        await talk.SaysAsync("ruth", "Änderungsverlauf");
        talk.Hears("ruth", HiddenCircle.Name);
        for (var page = 1; page < 4; page++)
        {
            await talk.SaysAsync("katrin", $"Änderungsverlauf Seite {page}");
            Assert.All(HiddenCircle.Own, word => Assert.DoesNotContain(word, talk.LastFor("katrin"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Log_ByPersonKindAndMonth_ShowsOnlyThat()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("ruth", "Profil sperren: Amina Yıldız");
        await talk.AtAsync(2026, 12, 2, 10);
        await talk.SaysAsync("ruth", "Wochenüberblick: Dienstag 9 Uhr");
        var all = await EntriesAsync(talk);
        Assert.Equal(3, all.Count);

        foreach (var (line, seen) in new[] { ("Ruth Lange", 2), ("Sitzungen", 1), ("November", 2), ("November 2026", 2), ("Dezember", 1), ("Personendaten Ruth Lange November", 1), ("Wahlen", 0), ("2026-12", 1), ("Januar 2026", 0) })
        {
            await talk.SaysAsync("katrin", "Änderungsverlauf " + line);
            Assert.Equal((line, seen), (line, talk.LastFor("katrin").Split('\n').Count(text => text.StartsWith("- ", StringComparison.Ordinal))));
        }

        await talk.SaysAsync("katrin", "Änderungsverlauf Sonstwas");
        talk.Hears("katrin", "„sonstwas“ verstehe ich hier nicht.");
        talk.Locale = "en-US";
        await talk.SaysAsync("katrin", "Audit log meetings");
        talk.Hears("katrin", "called a meeting");
    }

    [Fact]
    public async Task Entries_OfSomebodyWhoHasLeft_StayWithoutTheName()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus", "ruth");
        await talk.SaysAsync("ruth", "Meine Daten");
        talk.Hears("ruth", "Was Sie für andere geändert haben");
        await talk.SaysAsync("ruth", "Meine Daten löschen");
        await talk.PressesAsync("ruth", "Endgültig löschen");
        await talk.AfterAsync(Duration.FromHours(2));

        await talk.SaysAsync("katrin", "Änderungsverlauf");
        talk.Hears("katrin", " – Sitzung einberufen (Beirat");
        Assert.Contains(await EntriesAsync(talk), entry => entry.By == new PersonId("ruth"));
        talk.Hears("katrin", "Eigene Daten löschen lassen");
        Assert.DoesNotContain("Ruth Lange", talk.LastFor("katrin"), StringComparison.Ordinal);
    }

    /// <summary>Whichever write fails, before it or after it: the lock stands, once, and there is never more than one entry for it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Entry_StoreFailsOnceAtEachWrite_NeitherUndoesNorDoublesWhatWasDone(bool isWritten)
    {
        var found = new List<int>();
        await Talk.AtEachWriteAsync(3, async failing =>
        {
            await using var talk = await Talk.StartAsync();
            await talk.EverybodyOpensAsync("katrin");
            var writes = await talk.FailOnceAsync(failing, isWritten, async () =>
            {
                await talk.SaysAsync("katrin", "Profil sperren: Amina Yıldız");
                talk.Hears("katrin", "ist gesperrt");
            });
            Assert.True((await talk.NetworkAsync()).Network.Person(new PersonId("amina"))!.IsLocked);
            found.Add((await EntriesAsync(talk)).Count(entry => entry.Right == Right.LockProfileOfOthers));
            return writes;
        });
        Assert.All(found, count => Assert.InRange(count, 0, 1));
        Assert.Equal(1, found[^1]);
        Assert.True(found.Count(count => count == 0) <= 1, string.Join(' ', found));
    }

    private static Task<IReadOnlyList<AuditEntry>> EntriesAsync(Talk talk) => talk.Get<AuditStore>().ReadAsync(Talk.Network, null, null, 1000, Cancellation);
}
