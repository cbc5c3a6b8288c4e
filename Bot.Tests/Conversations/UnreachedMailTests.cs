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

    private const string Told = "Eine Nachricht hat nicht alle erreicht.";

    [Theory]
    [InlineData(Store.Sqlite, 400, "**Gerd Ohnesorg**: die Mailadresse wurde nicht angenommen")]
    [InlineData(Store.AzureTables, 404, "**Gerd Ohnesorg**: die Mailadresse wurde nicht angenommen")]
    [InlineData(Store.Sqlite, 403, "**Gerd Ohnesorg**: das Postfach erlaubt dem Bot das Senden nicht")]
    public async Task Mail_Refused_IsToldTheCoordinatorOnceWithTheName(Store store, int status, string line)
    {
        await using var graph = await GraphService.StartAsync();
        var log = new LogLines();
        await using var talk = await Talk.WithGraphAsync(graph, store, log: log);
        graph.Next(Send, GraphTrouble.Error(status));
        await talk.CallsAsync(Meeting);
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal(1, talk.HeardBy("katrin", Told));
        talk.Hears("katrin", "Einladung: 4 von 5 erreicht; 1 × ");
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
        for (var minute = 0; minute < 60; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(1));
        }

        Assert.Equal(1, talk.HeardBy("katrin", Told));
        talk.Hears("katrin", "**Gerd Ohnesorg**: unklar, ob die Mail angekommen ist");
    }

    [Fact]
    public async Task Mail_BusyForTooLong_IsToldWhenItIsGivenUp()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, [.. Enumerable.Repeat(GraphTrouble.Throttle(60), 100)]);
        await talk.CallsAsync(Meeting);
        for (var minute = 0; minute < 120 && talk.HeardBy("katrin", Told) == 0; minute++)
        {
            await talk.AfterAsync(Duration.FromMinutes(2));
        }

        talk.Hears("katrin", "**Gerd Ohnesorg**: der Maildienst war zu lange nicht erreichbar");
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
        await talk.AfterAsync(Duration.FromHours(1));
        talk.Hears("katrin", "Einladung: 5 von 6 erreicht, davon 1 per Mail; 1 × die Mailadresse wurde nicht angenommen");
        var again = talk.DataOf("katrin", "Noch einmal versuchen");
        await talk.SaysAsync("katrin", "Mail von Gerd Ohnesorg: ohnesorg@example.org");
        await talk.PressesAsync("katrin", "Speichern");
        if (isPressed)
        {
            Assert.Contains("Es wird bei 1 Empfängern noch einmal versucht.", await talk.PressAsync("katrin", "delivery.retry", again), StringComparison.Ordinal);
        }
        else
        {
            await talk.SaysAsync("katrin", "Erneut zustellen Beirat");
            talk.Hears("katrin", "Es wird bei 1 Empfängern noch einmal versucht.");
        }

        Assert.Equal(["heide@example.org", "ohnesorg@example.org"], graph.Mails.Select(mail => (string?)mail["toRecipients"]![0]!["emailAddress"]!["address"]).Order(StringComparer.Ordinal));
        Assert.Contains("nichts, was noch einmal zu versuchen wäre", await talk.PressAsync("katrin", "delivery.retry", again), StringComparison.Ordinal);
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
        await talk.AfterAsync(Duration.FromHours(1));
        await talk.PressesAsync("katrin", "Noch einmal versuchen");
        await talk.AfterAsync(Duration.FromHours(1));
        Assert.Equal((2, 2), (graph.CountOf(Send), talk.HeardBy("katrin", Told)));
        talk.Hears("katrin", "Einladung: 4 von 5 erreicht; 1 × die Mailadresse wurde nicht angenommen");
    }

    [Fact]
    public async Task Resend_ByOthersElsewhereOrTooLate_IsRefused()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph);
        graph.Next(Send, GraphTrouble.Error(400));
        await talk.CallsAsync(Meeting);
        await talk.AfterAsync(Duration.FromHours(1));
        var again = talk.DataOf("katrin", "Noch einmal versuchen");
        Assert.Contains("Koordination", await talk.PressAsync("amina", "delivery.retry", again.DeepClone().AsObject()), StringComparison.Ordinal);
        await talk.SaysAsync("amina", "Mails erneut senden");
        talk.Hears("amina", "Koordination");
        await talk.SaysAsync("katrin", "Mails erneut senden", Talk.Board);
        talk.Shows(Talk.Board, "Einzelchat");
        await talk.SaysAsync("katrin", "Mails erneut senden Plenum");
        talk.Hears("katrin", "Es gibt nichts, was noch einmal zu versuchen wäre.");
        Assert.Equal(1, graph.CountOf(Send));
        await talk.AtAsync(2027, 1, 14, 17);
        Assert.Contains("nichts, was noch einmal", await talk.PressAsync("katrin", "delivery.retry", again), StringComparison.Ordinal);
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
        for (var quarter = 0; quarter < 5; quarter++)
        {
            await talk.SettleTogetherAsync(other);
            talk.Time.Now += Duration.FromMinutes(15);
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
        await talk.AfterAsync(Duration.FromHours(1));
        var again = talk.DataOf("katrin", "Noch einmal versuchen");
        var writes = await talk.FailOnceAsync(failing, isWritten, () => talk.PressAsync("katrin", "delivery.retry", again.DeepClone().AsObject()));
        await talk.AfterAsync(Duration.FromMinutes(10));
        if (graph.Mails.Count == 0)
        {
            await talk.PressAsync("katrin", "delivery.retry", again.DeepClone().AsObject());
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
