using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.Contracts.Graph;
using Bot.Tests.Platform.Activities;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>Mails that did not arrive: the coordinator hears of each once, in 1:1, and can have them sent again.</summary>
public class UnreachedMailTests
{
    private const string Meeting = "Beirat am 14. Januar um 17 Uhr im Rathaus";

    private const string Send = "POST /sendMail";

    private const string Told = "Nicht erreicht:";

    [Theory]
    [InlineData(Store.Sqlite, 400, "**Gerd Ohnesorg**: Die Adresse wurde nicht angenommen.")]
    [InlineData(Store.AzureTables, 404, "**Gerd Ohnesorg**: Die Adresse wurde nicht angenommen.")]
    [InlineData(Store.Sqlite, 403, "**Gerd Ohnesorg**: Das Postfach erlaubt dem Bot das Senden nicht.")]
    public async Task Mail_Refused_IsToldTheCoordinatorOnceWithTheName(Store store, int status, string line)
    {
        await using var graph = await GraphService.StartAsync();
        var log = new LogLines();
        await using var talk = await Talk.WithGraphAsync(graph, store, log: log);
        graph.Next(Send, GraphTrouble.Error(status));
        await talk.CallsAsync(Meeting);
        Assert.Equal(1, talk.HeardBy("katrin", "Per Mail erreicht: 0 von 1. Nicht erreicht: 1."));
        talk.Hears("katrin", line);
        await talk.AfterAsync(Duration.FromHours(30));
        await talk.ChangeMeetingAsync(meeting => meeting with { Topic = "Haushalt" });
        Assert.Equal(1, talk.HeardBy("katrin", Told));
        foreach (var who in new[] { "amina", "bernd", "clara" })
        {
            Assert.Equal(0, talk.HeardBy(who, "Gerd"));
        }

        Assert.Equal(0, talk.CountOf(Talk.Board, "Gerd"));
        Assert.DoesNotContain("Gerd", log.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("gerd@", log.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_InDoubt_IsToldWhenItIsGivenUp()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, [.. Enumerable.Repeat(GraphTrouble.DoneBut(500), 10)]);
        await talk.CallsAsync(Meeting);
        Assert.Equal(0, talk.HeardBy("katrin", Told));
        for (var minute = 0; minute < 30; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(1));
        }

        Assert.Equal(1, talk.HeardBy("katrin", Told));
        talk.Hears("katrin", "**Gerd Ohnesorg**: Es ist unklar, ob die Mail angekommen ist.");
    }

    [Fact]
    public async Task Mail_BusyForTooLong_IsToldWhenItIsGivenUp()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, [.. Enumerable.Repeat(GraphTrouble.Throttle(60), 100)]);
        await talk.CallsAsync(Meeting);
        for (var minute = 0; minute < 100 && talk.HeardBy("katrin", Told) == 0; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(2));
        }

        talk.Hears("katrin", "**Gerd Ohnesorg**: Der Maildienst war zu lange nicht erreichbar.");
        Assert.Equal(60, graph.CountOf(Send));
    }

    /// <summary>By button and typed: the one who was not reached is written to once more, at the new address; nobody else is.</summary>
    [Theory]
    [InlineData(Store.Sqlite, true)]
    [InlineData(Store.AzureTables, false)]
    public async Task Resend_AfterANewAddress_WritesToWhoWasNotReachedAlone(Store store, bool isPressed)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store, change: snapshot => WithGuest(snapshot, "heide"));
        graph.Next(Send, GraphTrouble.Error(400));
        await talk.CallsAsync(Meeting);
        talk.Hears("katrin", "Per Mail erreicht: 1 von 2. Nicht erreicht: 1.");
        var again = talk.DataOf("katrin", "Erneut senden");
        await talk.SaysAsync("katrin", "Mail von Gerd Ohnesorg: ohnesorg@example.org");
        await talk.PressesAsync("katrin", "Speichern");
        if (isPressed)
        {
            Assert.Contains("Mails an 1 Personen werden erneut gesendet.", await talk.PressAsync("katrin", "mail.resend", again), StringComparison.Ordinal);
        }
        else
        {
            await talk.SaysAsync("katrin", "Mails erneut senden Beirat");
            talk.Hears("katrin", "Mails an 1 Personen werden erneut gesendet.");
        }

        Assert.Equal(["heide@example.org", "ohnesorg@example.org"], graph.Mails.Select(mail => (string?)mail["toRecipients"]![0]!["emailAddress"]!["address"]).Order(StringComparer.Ordinal));
        Assert.Contains("Es gibt keine Mail", await talk.PressAsync("katrin", "mail.resend", again), StringComparison.Ordinal);
        await talk.AfterAsync(Duration.FromHours(3));
        Assert.Equal((2, 1), (graph.Mails.Count, talk.HeardBy("katrin", Told)));
    }

    /// <summary>Who had it tried again hears whether it helped.</summary>
    [Fact]
    public async Task Resend_InVain_IsToldAgain()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, GraphTrouble.Error(400), GraphTrouble.Error(400));
        await talk.CallsAsync(Meeting);
        await talk.PressesAsync("katrin", "Erneut senden");
        await talk.AfterAsync(Duration.FromMinutes(5));
        Assert.Equal((2, 2), (graph.CountOf(Send), talk.HeardBy("katrin", Told)));
        talk.Hears("katrin", "Nicht erreicht: 1.");
    }

    [Fact]
    public async Task Resend_ByOthersElsewhereOrTooLate_IsRefused()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, GraphTrouble.Error(400));
        await talk.CallsAsync(Meeting);
        var again = talk.DataOf("katrin", "Erneut senden");
        Assert.Contains("Koordination", await talk.PressAsync("amina", "mail.resend", again.DeepClone().AsObject()), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Mails erneut senden");
        talk.Hears("amina", "Koordination");
        await talk.SaysAsync("katrin", "Mails erneut senden", Talk.Board);
        talk.Shows(Talk.Board, "nur im Einzelchat");
        await talk.SaysAsync("katrin", "Mails erneut senden Plenum");
        talk.Hears("katrin", "Es gibt keine Mail, die noch einmal zu senden wäre.");
        Assert.Equal(1, graph.CountOf(Send));
        await talk.AtAsync(2027, 1, 14, 17);
        Assert.Contains("hat schon begonnen", await talk.PressAsync("katrin", "mail.resend", again), StringComparison.Ordinal);
        Assert.Equal(1, graph.CountOf(Send));
    }

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Report_OfTwoInstances_IsOne(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        var other = talk.Join();
        graph.Next(Send, GraphTrouble.Error(400));
        talk.Settles = false;
        await talk.SaysAsync("katrin", Meeting);
        await talk.PressesAsync("katrin", "Einladen");
        for (var minute = 0; minute < 8; minute++)
        {
            await talk.SettleTogetherAsync(other);
            talk.Time.Now += Duration.FromMinutes(1);
        }

        Assert.Equal((1, 1), (graph.CountOf(Send), talk.HeardBy("katrin", Told)));
    }

    public static TheoryData<Store, bool> Failures => Talk.Failures;

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Resend_StoreFailsAtAnyWrite_IsSentOnce(Store store, bool isWritten) => await Talk.AtEachWriteAsync(3, store, async failing =>
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, store);
        graph.Next(Send, GraphTrouble.Error(400));
        await talk.CallsAsync(Meeting);
        var again = talk.DataOf("katrin", "Erneut senden");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "mail.resend", again.DeepClone().AsObject()));
        await talk.AfterAsync(Duration.FromMinutes(10));
        if (graph.Mails.Count == 0)
        {
            await talk.PressAsync("katrin", "mail.resend", again.DeepClone().AsObject());
            await talk.AfterAsync(Duration.FromMinutes(10));
        }

        Assert.Single(graph.Mails);
        return writes;
    });

    private static Bot.Storage.NetworkSnapshot WithGuest(Bot.Storage.NetworkSnapshot snapshot, string who) => snapshot with
    {
        Network = snapshot.Network with
        {
            People = [.. snapshot.Network.People, new(new(who), who, IsCoordinator: false) { Mail = Bot.Domain.Committees.MailAddress.Read(Talk.AddressOf(who)) }],
            Seats = [.. snapshot.Network.Seats, new(new("beirat"), new(who))],
        },
    };
}
