using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Features.TeamsApp;
using Bot.Tests.Conversations;
using Bot.Tests.EndToEnd;
using Bot.Tests.TestSupport;
using Xunit;

namespace Bot.Tests.Manifest;

/// <summary>The page the package links to, at the whole bot.</summary>
public class AboutPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_AskedByAnybody_HoldsEveryPartThePackageLinksTo()
    {
        await using var talk = await Talk.StartAsync();

        var page = await talk.Http.GetStringAsync(new Uri(AboutPage.Path, UriKind.Relative), Cancellation);

        var links = AppPackage.Manifest["developer"]!.AsObject().Skip(1).Select(field => new Uri(field.Value!.GetValue<string>())).ToList();
        Assert.All(links, link => Assert.Equal(AboutPage.Path, link.AbsolutePath));
        Assert.All(links.Where(link => link.Fragment.Length > 0), link => Assert.Contains($"id=\"{link.Fragment[1..]}\"", page, StringComparison.Ordinal));
        Assert.Contains("lang=\"de\"", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\"", page, StringComparison.Ordinal);
    }

    /// <summary>Nothing of a network is there, and what a setting says is text.</summary>
    [Fact]
    public async Task Page_WithASettingThatLooksLikeMarkup_ShowsItAsText()
    {
        await using var talk = await Talk.StartAsync(settings: new Dictionary<string, string> { ["Package:DeveloperName"] = "<b>Bündnis</b>", ["Package:Privacy"] = "https://example.org/?a=\"&b" });

        using var answer = await talk.Http.GetAsync(new Uri(AboutPage.Path, UriKind.Relative), Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;B", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Beirat", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var posted = await talk.Http.PostAsync(new Uri(AboutPage.Path, UriKind.Relative), null, Cancellation);
        Assert.Equal(405, (int)posted.StatusCode);
    }

    [Fact]
    public async Task Page_ByTheRulesOfWcag_HasNoFault()
    {
        await NodePeers.RequireAsync(Cancellation);
        await using var browser = await Browser.StartAsync();
        await using var talk = await Talk.StartAsync();
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(await talk.Http.GetStringAsync(new Uri(AboutPage.Path, UriKind.Relative), Cancellation));

        Assert.Empty(await AxeCore.ViolationsAsync(page, "html", null, [.. AxeCore.Wcag, AxeCore.GoodPractice]));
    }
}
