using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Bot.Tests.EndToEnd;
using Xunit;

namespace Bot.Tests.Platform.Playground;

/// <summary>The real Playground in a real browser, with the smallest bot behind the relay.</summary>
[Collection("Browser")]
public sealed class PlaygroundEndToEndTests
{
    private static readonly TestWorld World = new();

    [Fact]
    public async Task Windows_OfThreePeople_ShowOneWorld()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var browser = await Browser.StartAsync();
        await using var bot = await RunningBot.StartAsync(cancellationToken);
        var katrin = await PlaygroundPage.OpenAsync(browser, bot.WindowOf(TestWorld.Katrin), World);
        var ada = await PlaygroundPage.OpenAsync(browser, bot.WindowOf(TestWorld.Ada), World);

        await katrin.TypeAsync("Hallo Ümlaut");
        await katrin.SeesAsync("Echo: Hallo Ümlaut");

        await katrin.ChooseChatAsync(PlaygroundChat.Group);
        await katrin.TypeAsync("Karte bitte");
        await katrin.SeesAsync("Noch 0 Mal gedrückt");
        await ada.ChooseChatAsync(PlaygroundChat.Group);
        await ada.FillAsync("Dein Name", "Adalein");
        await ada.ChooseAsync("Deine Wahl", "Nein");
        await ada.PressAsync("Drücken");
        const string pressed = "1 Mal gedrückt, zuletzt Ada Yılmaz als Adalein: no";
        await ada.SeesAsync(pressed);
        await katrin.SeesAsync(pressed);

        // Ben comes last: his window is opened only after everything was said.
        var ben = await PlaygroundPage.OpenAsync(browser, bot.WindowOf(TestWorld.Ben), World);
        await ben.ChooseChatAsync(PlaygroundChat.Group);
        await ben.SeesAsync(pressed);
        Assert.Equal(1, await ben.CountAsync(pressed));

        await katrin.ChooseChatAsync(PlaygroundChat.General);
        await katrin.TypeAsync("Hallo Kanal");
        await katrin.SeesAsync("Echo: Probebot Hallo Kanal");
        await katrin.ReplyAsync("Hallo Kanal", "noch etwas");
        await katrin.SeesAsync("Echo: Probebot noch etwas");
        Assert.Equal(2, bot.Bot.Heard.Select(activity => activity["conversation"]!["id"]!.ToString()).Count(IsThread));
        await katrin.ScreenshotAsync(Picture("general"));
        await ben.ScreenshotAsync(Picture("group"));
    }

    [Fact]
    public async Task Form_FilledByAPerson_ArrivesWhole_AndAReloadedPageStillShowsWhatTheBotSaid()
    {
        await using var browser = await Browser.StartAsync();
        await using var bot = await RunningBot.StartAsync(TestContext.Current.CancellationToken);
        var katrin = await PlaygroundPage.OpenAsync(browser, bot.WindowOf(TestWorld.Katrin), World);
        await katrin.TypeAsync("Formular");
        await katrin.FillAsync("Tag", "2027-01-14");
        await katrin.FillAsync("Uhrzeit", "17:30");
        await katrin.FillAsync("Minuten", "15");
        await katrin.ChooseAsync("Gremium", "Runde");
        await katrin.TickAsync("Dringend");
        await katrin.ScreenshotAsync(Picture("form"));
        await katrin.PressAsync("Senden");
        await katrin.SeesAsync("Verstanden: 2027-01-14, 17:30, 15, round, true");
        await katrin.NoLongerSeesAsync("Uhrzeit");

        await katrin.TypeAsync("Karte");
        await katrin.SeesAsync("Noch 0 Mal gedrückt");
        await katrin.ReloadAsync();
        await katrin.FillAsync("Dein Name", "K");
        await katrin.PressAsync("Drücken");
        await katrin.SeesAsync("1 Mal gedrückt, zuletzt Katrin Müller als K");
        Assert.Equal(0, await katrin.CountAsync("Noch 0 Mal"));
    }

    private static bool IsThread(string conversation) => conversation.Contains(";messageid=", StringComparison.Ordinal);

    private static string Picture(string name) => Path.Combine(AppContext.BaseDirectory, "screenshots", $"playground-{name}.png");
}
