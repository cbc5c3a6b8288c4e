using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Sessions;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Minutes fall out at the end of a meeting: drafted when it is closed, once, and brought to whoever led it.</summary>
public class MinutesAtClosingTests
{
    private const string Told = "Der Entwurf des Protokolls liegt vor.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Close_ByTheChair_BringsTheDraftWithNumbersToTheChairAlone(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Beschluss: Wir mieten den Saal.");
        await CloseAsync(talk);
        var kept = await talk.MinutesAsync((await talk.TheMeetingAsync()).Id);
        Assert.Equal((1, true, "amina"), (kept.Version, kept.Versions[0].IsByItself, kept.DraftedBy.Value));
        Assert.Equal("2027-01", (await talk.BodyAsync(kept.Meeting)).Everything.SelectMany(item => item.Entries).Single(entry => entry.Kind == SessionEntryKind.Decision).Resolution);
        Assert.Equal((1, 0, 0), (talk.HeardBy("amina", Told), talk.HeardBy("katrin", Told), talk.HeardBy("bernd", Told)));
        Assert.Equal(["Protokoll zeigen", "Als Word-Datei", "Berichtigung vorschlagen", "An das Gremium geben"], talk.Buttons(Talk.Personal("amina")));
        await talk.SaysAsync("amina", "Protokoll erstellen");
        talk.Hears("amina", "gibt es schon");
        await talk.AfterAsync(Duration.FromHours(30));
        Assert.Equal((1, 1), ((await talk.MinutesAsync(kept.Meeting)).Version, talk.HeardBy("amina", Told)));
        Assert.Equal(0, talk.CountOf(Talk.Board, Told));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Close_ByTheClock_BringsTheDraftAsWell(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Notiz: Der Strom kommt von der Stadt.");
        await talk.AtAsync(2027, 1, 15, 12);
        await talk.AtAsync(2027, 1, 15, 23);
        Assert.Equal(1, talk.HeardBy("amina", Told));
        Assert.Single((await talk.BodyAsync((await talk.TheMeetingAsync()).Id)).Everything.SelectMany(item => item.Entries));
    }

    [Fact]
    public async Task Close_OfAMeetingNobodyOpened_DraftsNothing()
    {
        await using var talk = await Talk.AtTheBoardAsync();
        await talk.AtAsync(2027, 1, 16, 12);
        Assert.Null(await talk.Get<MinutesStore>().FindAsync(Talk.Network, (await talk.TheMeetingAsync()).Id, Cancellation));
        Assert.Equal((0, 0), (talk.HeardBy("amina", Told), talk.HeardBy("katrin", Told)));
    }

    /// <summary>Where nobody was named to lead it, or whoever did has no account, the coordinators have the draft.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Close_WithoutAChairWhoCanBeTold_BringsTheDraftToTheCoordinator(bool isNamed)
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.ChangeMeetingAsync((await talk.TheMeetingAsync()).Id, meeting => meeting with { Chair = isNamed ? new PersonId("niemand") : null });
        await talk.SaysAsync("katrin", "Sitzung schließen");
        await talk.PressesAsync("katrin", "Ja, jetzt schließen");
        await talk.AfterAsync(Duration.FromMinutes(1));
        Assert.Equal((0, 1), (talk.HeardBy("amina", Told), talk.HeardBy("katrin", Told)));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Close_OnTwoInstances_DraftsOnce(Store store)
    {
        await using var talk = await Talk.OpenedAsync(store);
        var other = talk.Join();
        talk.Settles = false;
        await CloseAsync(talk);
        for (var minute = 0; minute < 5; minute++)
        {
            await talk.SettleTogetherAsync(other);
            talk.Time.Now += Duration.FromMinutes(1);
        }

        Assert.Equal((1, 1), ((await talk.MinutesAsync((await talk.TheMeetingAsync()).Id)).Version, talk.HeardBy("amina", Told)));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Close_StoreFailsAtAnyWrite_DraftsOnceAndTellsOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(5, store, async failing =>
    {
        await using var talk = await Talk.OpenedAsync(store);
        await talk.SaysAsync("amina", "Beschluss: Wir mieten den Saal.");
        await talk.SaysAsync("amina", "Sitzung schließen");
        var close = talk.DataOf("amina", "Ja, jetzt schließen");
        var verb = "session.close";
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("amina", verb, close.DeepClone().AsObject()));
        await talk.PressAsync("amina", verb, close.DeepClone().AsObject());
        await talk.AfterAsync(Duration.FromMinutes(10));
        var kept = await talk.MinutesAsync((await talk.TheMeetingAsync()).Id);
        Assert.Equal((1, 1), (kept.Version, talk.HeardBy("amina", Told)));
        Assert.Equal("2027-01", (await talk.BodyAsync(kept.Meeting)).Everything.SelectMany(item => item.Entries).Single(entry => entry.Kind == SessionEntryKind.Decision).Resolution);
        return writes;
    });

    /// <summary>A ballot ended together with the meeting stands under the item it was opened at, counted.</summary>
    [Fact]
    public async Task Close_RightAfterABallot_HasItsResultUnderItsItem()
    {
        await using var talk = await Talk.OpenedAsync();
        await talk.SaysAsync("amina", "Anwesend: Amina, Bernd");
        await talk.SaysAsync("amina", "TOP 1 aufrufen");
        await talk.SaysAsync("amina", "Jetzt abstimmen: Mieten wir den Saal?");
        await talk.PressesAsync("amina", "Jetzt abstimmen");
        await talk.SaysAsync("amina", "Ja");
        await talk.SaysAsync("amina", "Abstimmung beenden");
        await talk.PressesAsync("amina", "Ja, jetzt beenden");
        await talk.SaysAsync("amina", "TOP erledigt");
        await CloseAsync(talk);
        var item = (await talk.BodyAsync((await talk.TheMeetingAsync()).Id)).Items.Single(item => item.Title == "Haushalt");
        Assert.NotNull(Assert.Single(item.Ballots).Result);
    }

    private static async Task CloseAsync(Talk talk)
    {
        await talk.SaysAsync("amina", "Sitzung schließen");
        await talk.PressesAsync("amina", "Ja, jetzt schließen");
    }
}
