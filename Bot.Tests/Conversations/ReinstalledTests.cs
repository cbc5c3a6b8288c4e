using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What one instance remembers of a conversation, and another has heard news of.</summary>
public sealed class ReinstalledTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bot_RemovedAtOneInstanceAndAddedAtAnother_IsThereForBoth(bool isLater)
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin", "amina");
        var other = talk.Join();
        var removal = talk.Complete(new JsonObject { ["type"] = "installationUpdate", ["action"] = "remove" }, "amina", null);
        (await Talk.SendAsync(other, removal.ToJsonString())).Dispose();
        await talk.OpensAsync("amina");
        if (isLater)
        {
            // Neither of them believes its memory any longer.
            await talk.AfterAsync(Duration.FromMinutes(2));
        }

        talk.Settles = false;
        await talk.CallsAsync("Beirat am 14. Januar um 17 Uhr im Rathaus");
        await other.SettleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, talk.HeardBy("amina", "eingeladen"));
    }
}
