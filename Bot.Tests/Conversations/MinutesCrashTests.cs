using System.Threading.Tasks;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once while minutes are drafted or circulated: then they are there once, and everybody is told once.</summary>
public class MinutesCrashTests
{
    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Draft_StoreFailsAtAnyWrite_IsThereOnceAndTheCoordinatorIsToldOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, async failing =>
    {
        await using var talk = await Talk.StartAsync(store);
        await talk.EverybodyOpensAsync("katrin", "bernd");
        var meeting = await talk.BoardHasMetAsync();
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.SaysAsync("bernd", "Protokoll erstellen Beirat"));
        if (talk.HeardBy("bernd", "Da ist beim Bot etwas schiefgegangen.") > 0)
        {
            await talk.SaysAsync("bernd", "Protokoll erstellen Beirat");
        }

        Assert.Equal(1, (await talk.MinutesAsync(meeting.Id)).Version);
        Assert.NotEmpty((await talk.BodyAsync(meeting.Id)).Items);
        Assert.Equal(1, talk.HeardBy("katrin", "Der Entwurf des Protokolls liegt vor. Bitte prüfen"));
        return writes;
    });
}
