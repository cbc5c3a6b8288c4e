using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Bot.Domain.Memberships;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Two coordinators at once, and a store that fails: nothing that was recorded is lost, nothing is said twice.</summary>
public class ProspectRaceTests
{
    private const string Mosque = "Moscheeverein Zwickau";

    private const string Again = "Nachfassen bei **" + Mosque;

    /// <summary>Two coordinators record at the same time: both contacts are there; of two who change the same, the second is shown the first's.</summary>
    [Fact]
    public async Task Contacts_OfTwoAtOnce_AreBothKept()
    {
        await using var talk = await Talk.StartAsync(change: Talk.WithRuth);
        await talk.EverybodyOpensAsync("katrin", "ruth");
        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, Kirchen");
        var other = talk.Join();
        var id = Assert.Single(await AllAsync(talk)).Id.Value;
        for (var write = 1; ; write++)
        {
            await talk.AfterAsync(Duration.FromDays(1));
            var body = talk.Pressed("ruth", "prospect.contact", new JsonObject { ["prospect"] = id, ["note"] = "von Ruth" });
            if (await talk.InterruptAsync(write, other, body, () => talk.SaysAsync("katrin", "Angesprochen: Moscheeverein, von Katrin")) < write)
            {
                Assert.InRange(write, 3, 20);
                break;
            }

            Assert.Equal(["von Katrin", "von Ruth"], Assert.Single(await AllAsync(talk)).Contacts.TakeLast(2).Select(contact => contact.Note).Order(StringComparer.Ordinal));
        }

        await talk.SaysAsync("katrin", "Interessent ändern: Moscheeverein");
        await talk.SaysAsync("ruth", "Interessent streichen: Moscheeverein");
        talk.Time.Now += Duration.FromSeconds(1);
        await talk.SaysAsync("ruth", "Interessent ändern: Moscheeverein, Notiz: von Ruth");
        Assert.Contains("hat jemand anderes etwas festgehalten", await talk.PressesAsync("katrin", "Speichern", null, ("note", "von Katrin")), StringComparison.Ordinal);
        Assert.Contains("Inzwischen hat sich etwas geändert", await talk.PressesAsync("ruth", "Ja, streichen"), StringComparison.Ordinal);
        Assert.Equal("von Ruth", Assert.Single(await AllAsync(talk)).Details.Note);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reminder_StoreFailsOnceAtEachWrite_IsSaidOnce(bool isWritten) => await Talk.AtEachWriteAsync(2, async failing =>
    {
        await using var talk = await Talk.StartAsync();
        await talk.EverybodyOpensAsync("katrin");
        await talk.SaysAsync("katrin", $"Interessent: {Mosque}, nachfassen 24.11.");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressesAsync("katrin", "Eintragen"));
        Assert.Equal(Mosque, Assert.Single(await AllAsync(talk)).Name);
        await talk.AtAsync(2026, 11, 24, 9);
        await talk.AfterAsync(Duration.FromMinutes(10));
        Assert.Equal(1, talk.HeardBy("katrin", Again));
        return writes;
    });

    private static Task<IReadOnlyList<Prospect>> AllAsync(Talk talk) => talk.Get<ProspectStore>().AllAsync(Talk.Network, TestContext.Current.CancellationToken);
}
