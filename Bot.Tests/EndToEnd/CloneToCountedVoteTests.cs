using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Records;
using Bot.Features.ExampleNetwork;
using Bot.Platform.Tables.Sqlite;
using Bot.Storage;
using NodaTime;
using Xunit;

namespace Bot.Tests.EndToEnd;

/// <summary>What a newcomer does in the first five minutes, in the real Playground, in a real browser, with the bot as a process of its own:
/// schedule, item, vote, result. Afterwards the stored rows are read.</summary>
public class CloneToCountedVoteTests
{
    [Fact]
    public async Task Newcomer_ThroughThreeWindows_SeesDecisionAndMembershipRecorded()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var story = await PlaygroundStory.StartAsync(cancellation);
        await PlayAsync(story);
        await story.EndBotAsync();
        await ReadRowsAsync(story.Folder, cancellation);
    }

    private static async Task PlayAsync(PlaygroundStory story)
    {
        var katrin = await story.WindowOfAsync("katrin");
        var amina = await story.WindowOfAsync("amina");
        var bernd = await story.WindowOfAsync("bernd");
        await katrin.SeesAsync("Guten Tag!");
        await PlaygroundStory.PictureAsync(katrin, "1-greeting");

        await katrin.TypeAsync(story.FirstLine);
        await katrin.SeesAsync("Einladung prüfen: Beirat");
        await PlaygroundStory.PictureAsync(katrin, "2-preview");
        await katrin.PressAsync("Einladen");
        await katrin.SeesAsync("Die Mitglieder werden jetzt benachrichtigt");
        await amina.SeesAsync("Sie sind herzlich eingeladen.");
        await PlaygroundStory.PictureAsync(amina, "3-invitation");

        await amina.TypeAsync("TOP: Stand Demokratiefest, 15 min");
        await amina.SeesAsync("steht auf der Tagesordnung");
        await bernd.ChooseChatAsync(PlaygroundChat.Group);
        await bernd.SeesAsync("Stand Demokratiefest (15 Min.)");
        await PlaygroundStory.PictureAsync(bernd, "4-group-agenda");

        await katrin.TypeAsync("Aufnahme beantragen: Verein Brücke e. V.");
        await katrin.ChooseAsync("Wer wird die Organisation vertreten?", "Samira Haddad");
        await PlaygroundStory.PictureAsync(katrin, "5-application");
        await katrin.PressAsync("Antrag stellen");
        await amina.SeesAsync("Empfehlung zur Aufnahme: Verein Brücke e. V.");
        await amina.PressAsync("Ja");
        await amina.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await bernd.SeesAsync("1 von 3 haben abgestimmt.");
        await bernd.PressAsync("Ja");
        await bernd.SeesAsync("Danke, Ihre Stimme ist gezählt.");
        await EndBallotAsync(katrin);

        await amina.SeesAsync("Der Beirat empfiehlt:");
        await amina.PressAsync("Nein");
        await amina.SeesAsync("Ihre Stimme für Kulturverein Morgenstern e. V.");
        await amina.PressAsync("Ja");
        await PlaygroundStory.PictureAsync(amina, "6-plenary-vote");
        await bernd.ChooseChatAsync(PlaygroundChat.Personal);
        await bernd.TypeAsync("Ja: Verein Brücke");
        await bernd.SeesAsync("Ihre Stimme für Evangelische Kirchgemeinde St. Lukas");
        await bernd.ChooseChatAsync(PlaygroundChat.General);
        await bernd.SeesAsync("2 von 8 haben abgestimmt.");
        await bernd.TypeAsync("Wann ist die nächste Sitzung?");
        await bernd.SeesAsync("Es ist noch keine Sitzung geplant.");
        await PlaygroundStory.PictureAsync(bernd, "6-channel");
        await EndBallotAsync(katrin);
        await katrin.SeesAsync("Eingetragen als Beschluss");

        var samira = await story.WindowOfAsync("samira");
        await samira.SeesAsync("Herzlich willkommen");
        await PlaygroundStory.PictureAsync(samira, "7-welcome");
        await katrin.TypeAsync("Beschlüsse");
        await katrin.SeesAsync("Aufnahme: Verein Brücke e. V. · angenommen");
        await PlaygroundStory.PictureAsync(katrin, "8-register");
    }

    private static async Task EndBallotAsync(PlaygroundPage coordinator)
    {
        await coordinator.TypeAsync("Abstimmung beenden");
        await coordinator.PressAsync("Ja, jetzt beenden");
        await coordinator.SeesAsync("Das Ergebnis steht fest.");
    }

    private static async Task ReadRowsAsync(string folder, CancellationToken cancellation)
    {
        using var tables = new SqliteTableStore(folder, TimeProvider.System);
        var network = ExampleSnapshot.Create().Network.Id;
        var entries = await new ResolutionStore(tables).AllAsync(network, null, cancellation).ToListAsync(cancellation);
        var entry = Assert.Single(entries);
        Assert.Equal("Aufnahme: Verein Brücke e. V.", entry.Title);
        Assert.Equal((2, 0, 0, 6, 8, 0), (entry.Tally.Yes, entry.Tally.No, entry.Tally.Abstain, entry.Tally.NotVoted, entry.Tally.Entitled, entry.Tally.Excluded));
        Assert.Null(ResolutionChain.FirstBroken(entries));

        var snapshot = await new NetworkStore(tables, TimeProvider.System).FindAsync(network, cancellation);
        var member = Assert.Single(snapshot!.Network.Organizations, organization => organization.Name == "Verein Brücke e. V.");
        Assert.Equal("samira", Assert.Single(member.Representatives).Value);

        var meetings = new MeetingStore(tables);
        var meeting = Assert.Single(await meetings.FromAsync(network, LocalDate.MinIsoValue, cancellation).ToListAsync(cancellation));
        Assert.Equal(("beirat", new LocalTime(17, 0), "Rathaus"), (meeting.Committee.Value, meeting.Start, meeting.Place));
        var item = Assert.Single(
            (await new AgendaStore(tables).OfAsync(network, meeting, cancellation)).Items, item => item.Kind == Bot.Domain.Agendas.AgendaItemKind.Proposed);
        Assert.Equal(("Stand Demokratiefest", 15), (item.Title, item.Minutes));
    }
}
