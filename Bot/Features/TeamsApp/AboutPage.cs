using System;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading.Tasks;
using Bot.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Features.TeamsApp;

/// <summary>The one page of the bot: what it is, who runs it, what it keeps. The package links to it where whoever runs the bot names no pages of their own. Open to everybody; it holds
/// nothing of any network.</summary>
internal sealed class AboutPage(IOptions<PackageOptions> options)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/about";

    /// <summary>The part about what is kept.</summary>
    public const string PrivacyPart = "privacy";

    /// <summary>The part about terms of use.</summary>
    public const string TermsPart = "terms";

    private const string Head = """
        <!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Koordinationsbot</title></head><body><main>
        """;

    private readonly byte[] page = Encoding.UTF8.GetBytes(
        Head + Part(Reader.German, string.Empty, options.Value) + Part(Reader.English, "-en", options.Value) + "</main></body></html>\n");

    /// <summary>Answers with the page, the same to everybody.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(page, context.RequestAborted);
    }

    /// <summary>The page in one language; German bears the plain names of the parts, English the same with an ending.</summary>
    private static string Part(Reader reader, string ending, PackageOptions options)
    {
        var runner = options.DeveloperName is { } name ? Messages.Get(reader, Sentence.AboutRunBy, name) : Messages.Get(reader, Sentence.AboutRunner);
        return $"<div lang=\"{reader.Language}\"><h1>Koordinationsbot</h1>{Written(reader, Sentence.AboutBot)}<p>{WebUtility.HtmlEncode(runner)}</p>"
            + $"<h2 id=\"{PrivacyPart}{ending}\">{Words(reader, Sentence.AboutPrivacyHeading)}</h2>{Written(reader, Sentence.AboutKept, Sentence.AboutOwnData)}{Linked(options.Privacy)}"
            + $"<h2 id=\"{TermsPart}{ending}\">{Words(reader, Sentence.AboutTermsHeading)}</h2>{Written(reader, Sentence.AboutTerms)}{Linked(options.Terms)}</div>";
    }

    private static string Written(Reader reader, params Sentence[] sentences) => string.Concat(sentences.Select(sentence => $"<p>{Words(reader, sentence)}</p>"));

    private static string Words(Reader reader, Sentence sentence) => WebUtility.HtmlEncode(Messages.Get(reader, sentence));

    private static string Linked(Uri? link) => link is null ? string.Empty : $"<p><a href=\"{WebUtility.HtmlEncode(link.AbsoluteUri)}\">{WebUtility.HtmlEncode(link.AbsoluteUri)}</a></p>";
}
