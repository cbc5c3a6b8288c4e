using System.Linq;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once while an order of leading is set, a turn passed over or a swap asked for: in the end it was done once, and told once.</summary>
public class RotaCrashTests
{
    private const string Question = "möchte bei „Beirat“ die nächste Sitzungsleitung mit Ihnen tauschen.";

    private static readonly string[] Calls = ["Beirat am 14. Januar um 17 Uhr", "Beirat am 11. Februar um 17 Uhr"];

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Set_StoreFailsAtAnyWrite_IsSetAndToldOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(2, store, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Festlegen"));
        Assert.Equal(3, (await talk.Get<RotaStore>().FindAsync(Talk.Network, new CommitteeId("beirat"), TestContext.Current.CancellationToken))!.Value.Value.Hosts.Count);
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Skip_StoreFailsAtAnyWrite_PassesOneTurnAndTellsOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await StartAsync(store);
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat reihum");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Diesmal überspringen", null, ("reason", "krank")));
        Assert.Equal("bernd", (await talk.MeetingsAsync())[0].Chair?.Value);
        Assert.Equal(1, talk.HeardBy("bernd", "Sie leiten die Sitzung „Beirat“"));
        Assert.Single((await talk.Get<RotaStore>().FindAsync(Talk.Network, new CommitteeId("beirat"), TestContext.Current.CancellationToken))!.Value.Value.Steps);
        return writes;
    });

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task AskSwap_StoreFailsAtAnyWrite_IsAskedOnceHoweverOftenItIsSaid(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var talk = await StartAsync(store);
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.SaysAsync("amina", "Tausch mit Bernd"));
        await talk.SaysAsync("amina", "Tausch mit Bernd");
        talk.Hears("amina", "Bernd Krüger ist gefragt.");
        Assert.Equal(1, talk.HeardBy("bernd", Question));
        await talk.SaysAsync("bernd", "Tausch annehmen");
        talk.Hears("bernd", "haben die Sitzungsleitung getauscht");
        foreach (var line in Calls)
        {
            await talk.CallsAsync(line);
        }

        Assert.Equal(["bernd", "amina"], (await talk.MeetingsAsync()).Select(meeting => meeting.Chair?.Value));
        return writes;
    });

    private static async Task<Talk> StartAsync(Store store)
    {
        var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "amina", "bernd", "clara");
        await talk.SaysAsync("katrin", "Sitzungsleitung Beirat reihum: Amina, Bernd, Clara");
        await talk.PressesAsync("katrin", "Festlegen");
        talk.Time.Now += Duration.FromSeconds(1);
        return talk;
    }
}
