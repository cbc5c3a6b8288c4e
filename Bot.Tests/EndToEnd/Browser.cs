using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;

namespace Bot.Tests.EndToEnd;

/// <summary>The Chromium of this machine, without a window, for tests that look at the chat as a person does. Nothing is
/// downloaded, and no page reaches anything but this machine.</summary>
internal sealed class Browser : IAsyncDisposable
{
    /// <summary>Size of a page's window, points.</summary>
    public const int Width = 1280, Height = 900;

    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe", "msedge.exe"];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browser(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>Path of the browser, from the variable CHROMIUM or the PATH; null when there is none.</summary>
    public static string? Program { get; } = Find(Environment.GetEnvironmentVariable("CHROMIUM"), Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Skips the test visibly when something it needs is missing here; on the build server that is a failure.</summary>
    public static void Need(bool here, string what)
    {
        if (here)
        {
            return;
        }

        Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), $"The build server lacks {what}.");
        Assert.Skip($"This test needs {what}.");
    }

    /// <summary>Starts the browser; skips the test when there is none.</summary>
    public static async Task<Browser> StartAsync()
    {
        Need(Program is not null, "Chromium on the PATH or named by the variable CHROMIUM");
        var driver = await Playwright.CreateAsync();
        var options = new BrowserTypeLaunchOptions { ExecutablePath = Program, Headless = true, Args = Arguments };
        return new Browser(driver, await driver.Chromium.LaunchAsync(options));
    }

    /// <summary>A fresh page with German as its language.</summary>
    public async Task<IPage> NewPageAsync()
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
            ViewportSize = new ViewportSize { Width = Width, Height = Height },
        });
        await context.RouteAsync(url => new Uri(url).Host is not ("127.0.0.1" or "localhost"), route => route.AbortAsync());
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    internal static string? Find(string? named, string? path) =>
        File.Exists(named) ? named : (path ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Programs.Select(program => Path.Combine(folder, program)))
            .FirstOrDefault(File.Exists);
}
