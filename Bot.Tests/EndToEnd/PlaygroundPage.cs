using System;
using System.Linq;
using System.Threading.Tasks;
using Bot.Platform.Playground;
using Microsoft.Playwright;

namespace Bot.Tests.EndToEnd;

/// <summary>One person's chat window, used as a person uses it. Every step waits by itself until it is possible, and
/// fails with what the window showed when it does not become possible within the page's time-out.</summary>
/// <remarks>Selectors go by role and label, as a screen reader would: 0.2.28 has no test ids, and its class names are generated.</remarks>
internal sealed class PlaygroundPage
{
    private const string ChatList = "Chat and Teams Channel";

    /// <summary>Height of the window while a picture is taken, so that a long card fits it, and the width a card takes with its sender; points.</summary>
    private const int PictureHeight = 1600, CardWidth = 560;

    /// <summary>What belongs to a picture above the text it begins with and below the last one, and what does not above a heading it ends before; points.</summary>
    private const int AboveText = 46, AboveOwn = 35, BelowText = 29, AboveHeading = 10;

    private readonly IPage page;
    private readonly IPlaygroundWorld world;
    private PlaygroundChat chat;

    private PlaygroundPage(IPage page, IPlaygroundWorld world)
    {
        this.page = page;
        this.world = world;
    }

    /// <summary>What is right of the list of chats: the list shows the beginnings of messages too, and must not count.</summary>
    private ILocator Shown => page.Locator($"xpath=//*[@role='region' and @aria-label='{ChatList}']/ancestor::*[following-sibling::*][1]/following-sibling::*");

    /// <summary>Opens the window of a person; it shows their 1:1 chat.</summary>
    public static Task<PlaygroundPage> OpenAsync(Browser browser, PlaygroundWindow window, IPlaygroundWorld world) => OpenAsync(
        browser, window.Address ?? throw new InvalidOperationException($"The window of {window.Person.Name} is not running."), world);

    /// <summary>Opens the window served at an address; it shows the 1:1 chat of its person.</summary>
    public static async Task<PlaygroundPage> OpenAsync(Browser browser, Uri address, IPlaygroundWorld world)
    {
        var opened = new PlaygroundPage(await browser.NewPageAsync(), world);
        await opened.page.GotoAsync(address.AbsoluteUri);
        await opened.SettleAsync();
        return opened;
    }

    /// <summary>Loads the page again, as somebody does who has lost their way.</summary>
    public async Task ReloadAsync()
    {
        await page.ReloadAsync();
        await SettleAsync();
    }

    public async Task ChooseChatAsync(PlaygroundChat chosen)
    {
        chat = chosen;
        var name = chosen switch
        {
            PlaygroundChat.Personal => "Personal Chat",
            PlaygroundChat.Group => world.GroupChatName,
            PlaygroundChat.General => $"{world.TeamName} - General",
            PlaygroundChat.Channel => $"{world.TeamName} - {world.ChannelName}",
            _ => throw new ArgumentOutOfRangeException(nameof(chosen)),
        };
        await page.GetByRole(AriaRole.Treeitem, new() { Name = name }).ClickAsync();
    }

    /// <summary>Types a message and sends it: in the group chat after a mention of the bot, in a channel as a new post
    /// with such a mention.</summary>
    public Task TypeAsync(string text) => IsChannel
        ? SayAsync(Shown.Locator("[contenteditable='true']").First, text)
        : SayAsync(Shown.Locator("[contenteditable='true']").Last, text);

    /// <summary>Answers in the thread of a channel that contains the given text, with a mention of the bot.</summary>
    public Task ReplyAsync(string thread, string text) =>
        SayAsync(Thread(thread).Locator("[contenteditable='true']").Last, text);

    /// <summary>Presses the button of a card; the last one when several have this title.</summary>
    public Task PressAsync(string button) =>
        Shown.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>Fills an input of a card, the last one with this label: text, number, time as <c>17:30</c>, day as <c>2027-01-14</c>.</summary>
    public async Task FillAsync(string label, string value)
    {
        var input = Shown.GetByLabel(label).And(page.Locator("input, textarea")).Last;
        await input.HoverAsync();
        await input.FillAsync(value);
        // Date and time take what was typed when they are left; clicking them would open a calendar over the card.
        await input.PressAsync("Tab");
    }

    /// <summary>Chooses in a list or among radio buttons with this label; the last ones when there are several.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        var list = Shown.GetByRole(AriaRole.Combobox, new() { Name = label });
        var choices = Shown.GetByRole(AriaRole.Radiogroup, new() { Name = label }).Or(list).Last;
        await choices.ClickAsync();
        await (await choices.GetAttributeAsync("role") == "combobox"
            ? page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).Last.ClickAsync()
            : choices.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true }).CheckAsync());
    }

    /// <summary>Sets the tick of a card's toggle.</summary>
    public Task TickAsync(string title) => Shown.GetByRole(AriaRole.Checkbox, new() { Name = title }).Last.CheckAsync();

    /// <summary>Waits until the chat shows the text, wherever in a message or card; the person's own messages count too.</summary>
    public Task SeesAsync(string text) => WaitAsync(Shown.GetByText(text).Last, WaitForSelectorState.Visible, $"sees “{text}”");

    /// <summary>Waits until no message or card of the chat shows the text any more.</summary>
    public Task NoLongerSeesAsync(string text) => WaitAsync(Shown.GetByText(text).First, WaitForSelectorState.Detached, $"no longer sees “{text}”");

    /// <summary>How many times the text is shown at this moment.</summary>
    public Task<int> CountAsync(string text) => Shown.GetByText(text).CountAsync();

    /// <summary>Saves a picture of the window as PNG.</summary>
    public Task ScreenshotAsync(string path) => page.ScreenshotAsync(new PageScreenshotOptions { Path = path });

    /// <summary>Saves the lower part of the chat, without the lists beside it, the line to type in and the Playground's own remarks.</summary>
    /// <param name="path">Where.</param>
    /// <param name="from">A text in the uppermost message or card that is to be seen.</param>
    /// <param name="before">A text that is not to be seen any more, further down; null to see all.</param>
    public async Task PictureAsync(string path, string from, string? before = null)
    {
        await SeesAsync(from);
        await page.SetViewportSizeAsync(Browser.Width, PictureHeight);
        await page.AddStyleTagAsync(new() { Content = "* { caret-color: transparent !important; transition: none !important; animation: none !important; }" });
        await page.GetByText("User specific view is not supported").EvaluateAllAsync<object?>("all => all.forEach(one => one.parentElement.style.visibility = 'hidden')");
        var first = Shown.GetByText(from).Last;
        await first.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var (top, chatBox, typing) = (await BoxAsync(first), await BoxAsync(Shown.First), await BoxAsync(Shown.Locator("[contenteditable='true']").Last));
        var bottoms = await Shown.Locator("p, button, input, label, li").EvaluateAllAsync<double[]>("all => all.map(one => one.getBoundingClientRect()).filter(box => box.height > 0).map(box => box.bottom)");
        var isOwn = top.X > chatBox.X + CardWidth;
        var upper = (float)Math.Max(chatBox.Y, top.Y - (isOwn ? AboveOwn : AboveText));
        var lower = before is null
            ? Math.Min((float)bottoms.Where(bottom => bottom <= typing.Y).Max() + BelowText, typing.Y)
            : (await BoxAsync(Shown.GetByText(before).Last)).Y - AboveHeading;
        var width = isOwn ? chatBox.Width : CardWidth;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, Clip = new() { X = chatBox.X, Y = upper, Width = width, Height = lower - upper } });
        await page.SetViewportSizeAsync(Browser.Width, Browser.Height);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator part) => await part.BoundingBoxAsync() ?? throw new InvalidOperationException("It is not to be seen.");

    private bool IsChannel => chat is PlaygroundChat.General or PlaygroundChat.Channel;

    private ILocator Thread(string containing) =>
        Shown.GetByRole(AriaRole.Group).Filter(new() { HasText = containing }).Last;

    private async Task SayAsync(ILocator box, string text)
    {
        await box.ClickAsync();
        if (chat is not PlaygroundChat.Personal)
        {
            await MentionAsync();
        }

        await page.Keyboard.InsertTextAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task MentionAsync()
    {
        await page.Keyboard.TypeAsync("@" + world.BotName[..3]);
        await page.GetByRole(AriaRole.Listbox, new() { Name = "Typeahead menu" })
            .GetByRole(AriaRole.Menuitem, new() { Name = world.BotName }).ClickAsync();
        await page.Keyboard.TypeAsync(" ");
    }

    private async Task SettleAsync()
    {
        chat = PlaygroundChat.Personal;
        await page.GetByRole(AriaRole.Treeitem, new() { Name = "Personal Chat" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide log panel" }).ClickAsync();
    }

    private async Task WaitAsync(ILocator locator, WaitForSelectorState state, string expectation)
    {
        try
        {
            await locator.WaitForAsync(new LocatorWaitForOptions { State = state });
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Nobody {expectation}. The window shows:\n{await page.Locator("body").AriaSnapshotAsync()}", late);
        }
    }
}
