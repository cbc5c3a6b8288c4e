using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>A meeting that was opened by mistake.</summary>
public class TakeBackOpeningTests
{
    private const string Before = "Die Sitzung ist noch nicht eröffnet; die Eröffnung um 17:00 Uhr wurde zurückgenommen.";

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task TakeBack_Pressed_MakesItAnInvitedMeetingAgain(Store store)
    {
        await using var talk = await Talk.AtTheBoardAsync(store);
        await talk.SaysAsync("bernd", "Ich bin da"); // before the opening
        await talk.AtAsync(2027, 1, 14, 17, 0, 30);
        var before = await talk.TheMeetingAsync();
        await talk.SaysAsync("amina", "Sitzung eröffnen");
        var (next, close) = (talk.DataOf("amina", "Nächster TOP"), talk.DataOf("amina", "Sitzung schließen"));
        await talk.PressesAsync("amina", "Eröffnung zurücknehmen");
        talk.Hears("amina", "Eröffnung zurücknehmen? Beirat");
        Assert.Equal(MeetingState.InSession, (await talk.TheMeetingAsync()).State);
        Assert.Contains(Before, await talk.PressesAsync("amina", "Ja, Eröffnung zurücknehmen"), StringComparison.Ordinal);
        Assert.Equal(before, await talk.TheMeetingAsync());
        talk.Shows(Talk.Board, Before);
        Assert.Contains(Before, talk.Read(Talk.Personal("katrin")), StringComparison.Ordinal);

        // What is left on screens answers with what is true now.
        Assert.Contains("Die Sitzung ist noch nicht eröffnet.", await talk.PressAsync("amina", "session.next", next), StringComparison.Ordinal);
        Assert.Contains("Die Sitzung ist noch nicht eröffnet.", await talk.PressAsync("amina", "session.close.ask", close.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("Die Sitzung ist noch nicht eröffnet.", await talk.PressAsync("amina", "session.close", close), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Beschluss: Zu früh");
        talk.Hears("amina", "Die Sitzung ist noch nicht eröffnet.");
        await talk.SaysAsync("bernd", "Tagesordnung");
        talk.Hears("bernd", "Haushalt");

        // It can be opened anew, and that is said again; it is closed by the clock as any other.
        await talk.AtAsync(2027, 1, 14, 17, 10);
        await talk.SaysAsync("amina", "Sitzung eröffnen");
        talk.Hears("amina", "Eröffnet um 17:10 Uhr.");
        Assert.Equal(2, talk.CountOf(Talk.Board, "Eröffnet um 17:10 Uhr."));
        await talk.SaysAsync("amina", "Notiz: Jetzt richtig");
        await talk.AtAsync(2027, 1, 15, 0);
        Assert.Equal(MeetingState.Closed, (await talk.TheMeetingAsync()).State);
        Assert.Equal([1, 2, 3, 4], (await talk.RecordAsync()).Entries.Select(entry => entry.Number));
    }

    [Fact]
    public async Task TakeBack_NobodyOpensAgain_EndsAsAMeetingThatWasNeverOpened()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Rückgängig");
        talk.Hears("amina", "Getippt: „Rückgängig: ja“.");
        Assert.Equal(MeetingState.InSession, (await talk.TheMeetingAsync()).State);
        await talk.SaysAsync("amina", "Rückgängig: ja");
        talk.Hears("amina", Before);
        await talk.SaysAsync("amina", "Rückgängig");
        talk.Hears("amina", "Die Sitzung ist noch nicht eröffnet.");
        await talk.RestartAsync();
        await talk.AtAsync(2027, 1, 15, 9);
        Assert.Equal((MeetingState.Invited, null), ((await talk.TheMeetingAsync()).State, (await talk.TheMeetingAsync()).OpenedAt));
        Assert.Equal(0, talk.CountOf(Talk.Board, "niemand hatte sie geschlossen"));
    }

    [Fact]
    public async Task TakeBack_InEnglish()
    {
        await using var talk = await Talk.AtTheBoardAsync();
        talk.Locale = "en-GB";
        await talk.SaysAsync("amina", "Open meeting");
        await talk.SaysAsync("amina", "Undo");
        talk.Hears("amina", "By typing: “Undo: yes”.");
        await talk.PressesAsync("amina", "Yes, take back the opening");
        Assert.Contains("the opening at 17:00 was taken back", talk.Read(Talk.Personal("amina")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amina", "Notiz: Es geht los", "Seither wurde etwas festgehalten")]
    [InlineData("bernd", "Ich bin da", "Seither ist jemand gekommen oder gegangen")]
    [InlineData("amina", "Anwesend: Clara", "Seither ist jemand gekommen oder gegangen")]
    public async Task TakeBack_AfterSomethingCameOfIt_IsRefusedWithTheReason(string who, string said, string reason)
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Sitzung");
        var data = talk.DataOf("amina", "Eröffnung zurücknehmen");
        await talk.AtAsync(2027, 1, 14, 17, 1);
        await talk.SaysAsync(who, said);
        Assert.Contains(reason, await talk.PressAsync("amina", "session.open.undo.ask", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains(reason, await talk.PressAsync("amina", "session.open.undo", data), StringComparison.Ordinal);
        Assert.Equal(MeetingState.InSession, (await talk.TheMeetingAsync()).State);
    }

    [Theory]
    [InlineData("Ich gehe", false)]
    [InlineData("hallo", true)]
    public async Task TakeBack_WhoCameBefore_DoesNotStandInItsWayUnlessTheyLeave(string said, bool isDone)
    {
        await using var talk = await Talk.AtTheBoardAsync();
        await talk.SaysAsync("bernd", "Ich bin da");
        await talk.AtAsync(2027, 1, 14, 17, 1);
        await talk.SaysAsync("amina", "Sitzung eröffnen");
        await talk.AtAsync(2027, 1, 14, 17, 2);
        await talk.SaysAsync("bernd", said);
        await talk.SaysAsync("amina", "Rückgängig: ja");
        Assert.Equal(isDone ? MeetingState.Invited : MeetingState.InSession, (await talk.TheMeetingAsync()).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TakeBack_AfterABallot_IsRefusedAlsoWhenItHasEnded(bool isEnded)
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Jetzt abstimmen: Stellen wir den Antrag?");
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        if (isEnded)
        {
            await talk.EndsBallotAsync();
        }

        await talk.SaysAsync("amina", "Rückgängig");
        talk.Hears("amina", "In der Sitzung wurde schon abgestimmt oder eine Abstimmung eröffnet (1).");
        await talk.SaysAsync("amina", "Rückgängig: ja");
        Assert.Equal(MeetingState.InSession, (await talk.TheMeetingAsync()).State);
    }

    [Fact]
    public async Task TakeBack_WhatWasUndone_DoesNotStandInItsWay_AndOthersMayNot()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Notiz: Versehen");
        await talk.SaysAsync("amina", "Rückgängig");
        await talk.SaysAsync("bernd", "Rückgängig: ja");
        talk.Hears("bernd", "Da ist nichts mehr rückgängig zu machen.");
        await talk.SaysAsync("amina", "Sitzung");
        var data = talk.DataOf("amina", "Eröffnung zurücknehmen");
        Assert.Contains("nur, wer diese Sitzung leitet", await talk.PressAsync("bernd", "session.open.undo", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains("Diese Sitzung gibt es nicht", await talk.PressAsync("dao", "session.open.undo", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains(Before, await talk.PressAsync("katrin", "session.open.undo", data.DeepClone().AsObject()), StringComparison.Ordinal);
        Assert.Contains(Before, await talk.PressAsync("amina", "session.open.undo", data), StringComparison.Ordinal); // pressed on a second screen
        Assert.Equal(MeetingState.Invited, (await talk.TheMeetingAsync()).State);
    }

    /// <summary>Somebody notes something in the very moment: either it stands and the meeting is open, or the opening is taken back and it is refused.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task TakeBack_WhileSomebodyNotes_NeverLeavesANoteInAMeetingThatIsNotOpen(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        var other = talk.Join();
        talk.Settles = false;
        var hasRaced = false;
        talk.Faults.BeforeWrite = async table =>
        {
            if (table == Bot.Storage.TableNames.Meetings && !hasRaced)
            {
                hasRaced = true;
                using var response = await Talk.SendAsync(other, talk.Typed("amina", "Rückgängig: ja"));
            }
        };
        await talk.SaysAsync("bernd", "Notiz: Im selben Augenblick");
        Assert.True(hasRaced);
        Assert.Equal(MeetingState.Invited, (await talk.TheMeetingAsync()).State);
        Assert.Empty((await talk.RecordAsync()).Standing);
        talk.Hears("bernd", "Die Sitzung ist noch nicht eröffnet.");
    }

    [Theory]
    [MemberData(nameof(Talk.Failures), MemberType = typeof(Talk))]
    public async Task TakeBack_StoreFailsAtAnyWrite_IsDoneOnceAndShown(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Rückgängig");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("amina", "Ja, Eröffnung zurücknehmen"));
        Assert.Equal(MeetingState.Invited, (await talk.TheMeetingAsync()).State);
        var opening = Assert.Single((await talk.RecordAsync()).Entries);
        Assert.Equal((SessionEntryKind.Opened, true), (opening.Kind, opening.UndoneAt is not null));
        talk.Shows(Talk.Board, Before);
        return writes;
    });
}
