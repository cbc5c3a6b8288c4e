using System.Linq;
using System.Threading.Tasks;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>The store fails once at each write of an election's steps, before or after writing: everything still happens once.</summary>
public class ElectionCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Election_StoreFailsOnceAtEachWrite_EndsWithOneResultAndTheRightSeats(bool isWritten)
    {
        await using var talk = await ElectionTests.StartAsync();
        for (var failing = 1; failing <= 100; failing++)
        {
            var (year, month) = (2027 + (failing / 12), (failing % 12) + 1);
            talk.Time.SetBerlin(year, month, 1, 9);
            await ElectionTests.CallAsync(talk, $"Wahl Beirat: 1 Sitz, Vorschläge bis 10.{month}.{year}, Wahl bis 12.{month}.{year}");
            var elected = failing % 2 == 0 ? "dao" : "guel";
            await talk.SaysAsync(elected, "Ich kandidiere: Beirat");
            talk.Time.SetBerlin(year, month, 10, 18);
            var writes = await FailAsync(talk, failing, isWritten);
            await ElectionTests.VoteAsync(talk, "1 ja", "1 ja");
            talk.Time.SetBerlin(year, month, 12, 18);
            writes = int.Max(writes, await FailAsync(talk, failing, isWritten));
            talk.Settles = false;
            await talk.SaysAsync(elected, "Wahl annehmen: Beirat");
            talk.Settles = true;
            writes = int.Max(writes, await FailAsync(talk, failing, isWritten));
            Assert.Equal(elected, Assert.Single(await ElectionTests.BoardAsync(talk)).Value);
            Assert.Equal(failing, (await talk.ResolutionsAsync()).Count(entry => entry.Title == "Wahl: Beirat"));
            // The card of the call is brought up to the end, and the result is said once.
            Assert.Equal(failing * 2, talk.CountOf(Talk.Plenary, "Die Wahl ist abgeschlossen."));
            Assert.Equal((failing + 1) / 2, talk.HeardBy("guel", "Sie sind gewählt."));
            if (writes < failing)
            {
                Assert.True(failing > 8, $"Only {failing} writes.");
                return;
            }
        }

        Assert.Fail("More than 100 writes for one step.");
    }

    private static async Task<int> FailAsync(Talk talk, int failing, bool isWritten)
    {
        talk.Faults.Count(isWritten ? 0 : failing, isWritten ? failing : 0);
        await Record.ExceptionAsync(talk.SettleAsync);
        var writes = talk.Faults.Writes;
        talk.Faults.Count();
        for (var minutes = 0; minutes < 6; minutes += 2)
        {
            await talk.AfterAsync(Duration.FromMinutes(2));
        }

        return writes;
    }
}
