using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Bot.Features.ExampleNetwork;
using Bot.Texts;
using Bot.Turns;

namespace Bot.Tests.Fuzzing;

/// <summary>Texts, ids and pieces of JSON that programs stumble over.</summary>
internal static class Tricks
{
    /// <summary>Texts as somebody might type them to make trouble.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        string.Empty, " ", "\0", "\r\n", "\u0085\u2028\u2029", "\u200B", "\u200E\u200F\u061C", "\u202Egnp.exe", "a\u2066b\u2069", "\uFEFF", "\u00AD", "\u3164",
        "\uFFFE", "\uFFFF", "\uFDD0", "\U0001FFFE", "\U000E0041\U000E007F", "\uFE0F\uFE0F\uFE0F", "a" + new string('\u0300', 500), "\u0300", "\uFDFA", new string('\uFDFA', 120),
        "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U00020000\U00020001", "İıſß", "עברית 12", "العربية",
        "<at>Koordinationsbot</at>", "<at>", "</at>", "<at id=\"0\">x</at>", "&nbsp;", "&lt;b&gt;", "&#x202E;", "&#0;", "&#xD800;", "<b>x</b>", "<script>alert(1)</script>",
        "**x**", "[x](https://evil.example)", "![x](https://evil.example/x.png)", "{{DATE(2026-01-01T00:00:00Z)}}", "${x}", "{0}", "{9999}", "{", "}", "%s%n", "\\", "|", "'", "\"",
        "https://evil.example/?a=b&c=d", "www.evil.example", "x@evil.example", "../../etc/passwd", "a|b", "1e400", "NaN", "-0", "9999-12-31", "-9998-01-01", "31.2.", "24:00", "99:99",
        "Beirat am 31.12.9999 um 23:59 Uhr", "Beirat am 1.1.0001", "TOP: x, 999999 min", "Beschlüsse 2099", "Beschluss 9999-999999999", "Ja,Nein", "Yes,No", "true", "null", "undefined",
    ];

    /// <summary>Ids that are somebody else's, or nobody's, or none.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        string.Empty, ".", "..", "/", "\\", "#", "?", "%", "%2F", "a/b", "a|b", "personal|x", "28:22222222-2222-2222-2222-222222222222", "29:", "29:katrin", "29:amina", "29:nobody", "8:orgid:x",
        "19:x@thread.tacv2;messageid=0", ";messageid=1", "a:", new string('x', 512), new string('x', 513), new string('€', 500), new string('/', 500), "ä ö", "a\nb", "a\u2028b", "a\u202Eb",
        ExampleSnapshot.PlenaryChannel, ExampleSnapshot.BoardChat, ExampleSnapshot.Tenant, "11111111-1111-1111-1111-111111111111", "00000000-0000-0000-0000-000000000001",
    ];

    /// <summary>Pieces of JSON that are not what stands there otherwise; some are no JSON.</summary>
    public static IReadOnlyList<string> Pieces { get; } =
    [
        "null", "true", "false", "0", "-1", "1e400", "-1e400", "1e-400", "123456789012345678901234567890", "0.1", "NaN", "Infinity", "01", "\"\"", "[]", "{}", "[[]]", "[null]", "{\"\":{}}",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "{\"\\ud800\":1}", "\"\\u0000\"", "\"\\x\"", "{\"a\":1,\"a\":2}", "{\"id\":\"a\",\"id\":\"b\"}", "{\"$type\":\"x\"}", "{\"__proto__\":{}}",
        "[1,2,3]", "\"\\ud83d\\ude00\"", "/*x*/1", "'x'", "\"\t\"",
    ];

    /// <summary>Everything an invoke may be called.</summary>
    public static IReadOnlyList<string?> InvokeNames { get; } =
    [
        "adaptiveCard/action", "application/search", "task/fetch", "task/submit", "composeExtension/query", "composeExtension/queryLink", "composeExtension/anonymousQueryLink",
        "composeExtension/selectItem", "composeExtension/submitAction", "composeExtension/fetchTask", "composeExtension/querySettingUrl", "composeExtension/setting",
        "composeExtension/onCardButtonClicked", "fileConsent/invoke", "actionableMessage/executeAction", "tab/fetch", "tab/submit", "config/fetch", "config/submit", "message/submitAction",
        "message/fetchTask", "signin/verifyState", "signin/tokenExchange", "signin/failure", null, string.Empty, "x",
    ];

    /// <summary>Kinds of activities, conversations and actions.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "message", "messageUpdate", "messageDelete", "messageReaction", "conversationUpdate", "installationUpdate", "event", "invoke", "typing", "endOfConversation", "command", "trace", "handoff",
        "personal", "groupChat", "channel", "add", "remove", "add-upgrade", "remove-upgrade", "expectReplies", "notification", "normal", "bot", "skill", "mention", "clientInfo", "editMessage",
        "undeleteMessage", "softDeleteMessage", "teamRenamed", "teamDeleted", "teamArchived", "channelRenamed", "channelDeleted", "teamMemberAdded", "teamMemberRemoved", "Action.Execute",
        "Action.Submit", "Action.OpenUrl", "manual", "automatic", "msteams", "emulator", "webchat", "de-DE", "en-GB", "xx", "x-klingon", "tlh-Latn-US",
    ];

    /// <summary>Content types; the bot takes JSON in UTF-8 only.</summary>
    public static IReadOnlyList<string?> ContentTypes { get; } =
    [
        null, string.Empty, "application/json", "APPLICATION/JSON", "application/json; charset=\"utf-8\"", "application/json; charset=utf-16", "application/json; charset=iso-8859-1", "text/plain",
        "text/json", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json, application/json", ";", "application/", "application/json;;;=",
    ];

    /// <summary>What people really type: every command's title and example in both languages.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        .. from entry in CommandTable.All
           from reader in new[] { Reader.German, Reader.English }
           from sentence in new[] { entry.Title, entry.Example }
           select Messages.Get(reader, sentence),
        "Beirat am 14. Januar um 17 Uhr im Rathaus", "Plenum nächsten Dienstag 18:30 online: Haushalt", "Sondersitzung morgen 18 Uhr: Anlass", "Aufnahme beantragen: Verein Brücke e. V.",
    ];

    /// <summary>A text of one character, repeated.</summary>
    public static string Long(Random random)
    {
        var piece = new Rune[] { new('x'), new('ä'), new('€'), new(0x1F600), new(' '), new('*'), new('<'), new('\n'), new(0x300), new('0'), new(':') }[random.Next(11)].ToString();
        return string.Concat(Enumerable.Repeat(piece, random.Next(4) switch { 0 => 200, 1 => 2001, 2 => 40_000, _ => 90_000 }));
    }
}
