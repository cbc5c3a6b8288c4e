using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Meetings;
using Bot.Storage;
using Bot.Tests.Contracts.Graph;
using NodaTime;
using Xunit;

namespace Bot.Tests.Conversations;

/// <summary>What people answer in their calendars counts beside what they say to the bot: in the forecast, in the list, and for reminders. The later answer wins.</summary>
public class CalendarAnswerTests
{
    private const string Meeting = "Beirat am 14. Januar 17–19 Uhr im Rathaus: Haushalt";

    private const string Any = "Erinnerung:";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Answers_InCalendars_CountInTheForecastAndAreMarkedForWhoLeads(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await InvitedAsync(graph, store);
        await AnswerAsync(talk, graph, ("amina", "accepted"), ("bernd", "tentativelyAccepted"), ("clara", "declined"));
        await talk.SaysAsync("katrin", "Wer kommt zum Beirat?");
        talk.Hears("katrin", "Zugesagt: 1 von 4");
        talk.Hears("katrin", "Abgesagt: 1, vielleicht: 1, noch ohne Antwort: 1.");
        talk.Hears("katrin", "**Amina Yıldız**: kommt (im Kalender geantwortet)");
        talk.Hears("katrin", "**Bernd Krüger**: kommt vielleicht (im Kalender geantwortet)");
        talk.Hears("katrin", "**Clara Neumann**: kommt nicht (im Kalender geantwortet)");
        talk.Hears("katrin", "**Gerd Ohnesorg**: noch offen");

        await talk.SaysAsync("amina", "Wer kommt zum Beirat?");
        talk.Hears("amina", "Zugesagt: 1 von 4");
        Assert.DoesNotContain("Kalender", talk.LastFor("amina"), StringComparison.Ordinal);
        Assert.DoesNotContain("Clara", talk.LastFor("amina"), StringComparison.Ordinal);
        await talk.SaysAsync("dao", "Wer kommt zum Beirat?");
        Assert.DoesNotContain("von 4", talk.LastFor("dao"), StringComparison.Ordinal);
        Assert.Empty(graph.Broken);
    }

    [Fact]
    public async Task Answers_InEnglish_AreMarked()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await InvitedAsync(graph);
        await AnswerAsync(talk, graph, ("bernd", "tentativelyAccepted"));
        talk.Locale = "en-GB";
        await talk.SaysAsync("katrin", "Who is coming to the board?");
        talk.Hears("katrin", "Declined: 0, perhaps: 1, no answer yet: 3.");
        talk.Hears("katrin", "**Bernd Krüger**: may come (answered in the calendar)");
    }

    /// <summary>The reminders are those of answers given to the bot: who perhaps comes is reminded once at the end, like who comes.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Remind_AnsweredInTheCalendar_IsLeftInPeace(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await InvitedAsync(graph, store);
        await AnswerAsync(talk, graph, ("bernd", "tentativelyAccepted"), ("clara", "declined"));
        foreach (var (year, month, day, amina, bernd) in new[] { (2026, 12, 31, 1, 0), (2027, 1, 11, 2, 0), (2027, 1, 13, 3, 1) })
        {
            await talk.AtAsync(year, month, day, 9);
            await talk.AtAsync(year, month, day, 9, 5);
            Assert.Equal((amina, bernd, 0), (talk.HeardBy("amina", Any), talk.HeardBy("bernd", Any), talk.HeardBy("clara", Any)));
        }
    }

    [Theory]
    [InlineData("Ich komme zum Beirat", 10, "declined", "**Amina Yıldız**: kommt nicht (im Kalender geantwortet)")]
    [InlineData("Ich komme zum Beirat", -10, "declined", "**Amina Yıldız**: kommt")]
    [InlineData("Ich kann nicht zum Beirat", 10, "accepted", "**Amina Yıldız**: kommt (im Kalender geantwortet)")]
    [InlineData("Ich kann nicht zum Beirat", -10, "accepted", "**Amina Yıldız**: kommt nicht")]
    [InlineData("Ich kann nicht zum Beirat", 10, "tentativelyAccepted", "**Amina Yıldız**: kommt vielleicht (im Kalender geantwortet)")]
    [InlineData("Vertretung schicken zum Beirat: Max Muster", -10, "accepted", "**Amina Yıldız**: kommt nicht; als Gast ohne Stimme kommt Max Muster")]
    [InlineData("Vertretung schicken zum Beirat: Max Muster", 10, "accepted", "**Amina Yıldız**: kommt (im Kalender geantwortet)")]
    [InlineData("Vertretung schicken zum Beirat: Max Muster", 10, "declined", "**Amina Yıldız**: kommt nicht; als Gast ohne Stimme kommt Max Muster")]
    public async Task Answers_InChatAndCalendar_TheLaterCounts(string said, int minutesAfter, string answer, string line)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await InvitedAsync(graph);
        await talk.AfterAsync(Duration.FromMinutes(30));
        await talk.SaysAsync("amina", said);
        graph.Answer("amina@example.org", answer, (talk.Time.Now + Duration.FromMinutes(minutesAfter)).ToString(null, CultureInfo.InvariantCulture));
        await talk.AfterAsync(Duration.FromMinutes(61));
        await talk.SaysAsync("katrin", "Wer kommt zum Beirat?");
        var shown = talk.LastFor("katrin");
        Assert.Contains(line, shown, StringComparison.Ordinal);
        Assert.Equal(line.Contains("(im", StringComparison.Ordinal), shown.Contains("(im Kalender", StringComparison.Ordinal));
    }

    /// <summary>An answer to an earlier date says nothing about this one, also when it is given before the calendar has the new date; and neither does one of which
    /// the calendar does not tell when it was given.</summary>
    [Theory]
    [InlineData(Store.Sqlite)]
    [InlineData(Store.AzureTables)]
    public async Task Move_AfterAnswers_AsksAnew(Store store)
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await InvitedAsync(graph, store);
        await AnswerAsync(talk, graph, ("amina", "accepted"));
        graph.Answer("clara@example.org", "accepted", null);
        await talk.AfterAsync(Duration.FromMinutes(61));
        Assert.Equal(2, await ComingAsync(talk));

        graph.Next("PATCH /events/" + (string?)graph.Events[0]["id"], GraphTrouble.Throttle(600));
        await talk.SaysAsync("katrin", "Beirat verschieben auf 21. Januar 17 Uhr");
        await talk.PressesAsync("katrin", "Verschieben");
        await talk.AfterAsync(Duration.FromMinutes(5));
        graph.Answer("bernd@example.org", "accepted", talk.Time.Now.ToString(null, CultureInfo.InvariantCulture));
        await talk.AfterAsync(Duration.FromMinutes(6));
        await talk.AfterAsync(Duration.FromMinutes(61));
        Assert.Equal("2027-01-21T17:00:00", (string?)graph.Events[0]["start"]!["dateTime"]);
        Assert.Equal(0, await ComingAsync(talk));

        await AnswerAsync(talk, graph, ("amina", "accepted"), ("bernd", "accepted"));
        Assert.Equal(2, await ComingAsync(talk));
    }

    /// <summary>One organization, one vote, whoever of its people answers where.</summary>
    [Fact]
    public async Task Answers_OfTwoOfOneOrganization_AreOneVoice()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, change: snapshot => snapshot with
        {
            Network = snapshot.Network with
            {
                People = [.. snapshot.Network.People.Select(person => person.Id.Value == "ivo" ? person with { Mail = Bot.Domain.Committees.MailAddress.Read("ivo@example.org") } : person)],
            },
        });
        await talk.CallsAsync("Plenum am 12. Januar um 18 Uhr im Rathaus");
        await AnswerAsync(talk, graph, ("amina", "declined"), ("ivo", "accepted"));
        await talk.SaysAsync("katrin", "Wer kommt zum Plenum?");
        talk.Hears("katrin", "Zugesagt: 1 von 8");
        talk.Hears("katrin", "Abgesagt: 0, noch ohne Antwort: 7.");
        talk.Hears("katrin", "Kulturverein Morgenstern e. V.**: kommt (Ivo Petrov, im Kalender geantwortet)");
        await AnswerAsync(talk, graph, ("ivo", "declined"));
        await talk.SaysAsync("katrin", "Wer kommt zum Plenum?");
        talk.Hears("katrin", "Kulturverein Morgenstern e. V.**: kommt nicht (im Kalender geantwortet)");
        talk.Hears("katrin", "Abgesagt: 1");
        await talk.SaysAsync("amina", "Vertretung schicken zum Plenum: Max Muster");
        await talk.SaysAsync("amina", "Ich komme zum Plenum");
        await talk.SaysAsync("katrin", "Wer kommt zum Plenum?");
        talk.Hears("katrin", "Kulturverein Morgenstern e. V.**: kommt (Amina Yıldız)");
    }

    /// <summary>Who shares an address with somebody invited has not answered; nor has somebody who is not invited.</summary>
    [Fact]
    public async Task Answer_FromASharedAddress_IsThatOfWhoIsInvited()
    {
        await using var graph = await GraphService.StartAsync();
        await using var talk = await Talk.WithGraphAsync(graph, change: snapshot => snapshot with
        {
            Network = snapshot.Network with
            {
                People = [new(new("aaa"), "Namensvetter", IsCoordinator: false) { Mail = Bot.Domain.Committees.MailAddress.Read("amina@example.org") }, .. snapshot.Network.People],
            },
        });
        await talk.CallsAsync(Meeting);
        await AnswerAsync(talk, graph, ("amina", "accepted"));
        Assert.Equal("amina", Assert.Single(await talk.AnswersAsync()).Person.Value);
    }

    private static async Task<int> ComingAsync(Talk talk)
    {
        var replies = await talk.Get<ReplyStore>().OfAsync(Talk.Network, await talk.MeetingAsync(), Cancellation);
        return replies.Items.Count(reply => reply.Kind == ReplyKind.Accepted);
    }

    private static async Task AnswerAsync(Talk talk, GraphService graph, params (string Who, string Answer)[] answers)
    {
        foreach (var (who, answer) in answers)
        {
            graph.Answer(Talk.AddressOf(who), answer, talk.Time.Now.ToString(null, CultureInfo.InvariantCulture));
        }

        await talk.AfterAsync(Duration.FromMinutes(61));
    }

    private static async Task<Talk> InvitedAsync(GraphService graph, Store store = Store.Sqlite)
    {
        var talk = await Talk.WithGraphAsync(graph, store);
        await talk.CallsAsync(Meeting);
        return talk;
    }
}
