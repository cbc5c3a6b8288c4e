using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Tests.Samples;

namespace Bot.Tests.CommandLines;

/// <summary>What people are told to type on a command line: indented or fenced lines, and what stands between backticks and begins with a program, an order with words behind it, or a variable.</summary>
internal static partial class DocumentedLines
{
    /// <summary>The documents, by their path in the repository.</summary>
    public static IReadOnlyList<string> Documents { get; } = ["README.md", "infra/README.md", "manifest/README.md", "Bot/CHANGELOG.md"];

    /// <summary>Every line of every document, in their order.</summary>
    public static IReadOnlyList<(string Document, string Line)> All { get; } =
        [.. Documents.SelectMany(document => In(File.ReadAllText(Path.Combine(SampleFiles.Root, document))).Select(line => (document, line)))];

    /// <summary>The lines of one text.</summary>
    public static IEnumerable<string> In(string text)
    {
        var (isFenced, isChat) = (false, false);
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                (isFenced, isChat) = (!isFenced, line == Chat);
            }
            else if (isFenced && isChat)
            {
                continue;
            }
            else if (isFenced || line.StartsWith("    ", StringComparison.Ordinal))
            {
                if (line.Trim() is { Length: > 0 } typed && !Drawn().IsMatch(typed))
                {
                    yield return typed;
                }
            }
            else
            {
                foreach (var typed in Inline().Matches(line).Select(match => match.Groups["line"].Value))
                {
                    yield return typed;
                }
            }
        }
    }

    /// <summary>Begins what is written to the bot, in the chat: other tests look after that.</summary>
    private const string Chat = "```text";

    /// <summary>Lines and arrows of a drawing.</summary>
    [GeneratedRegex("[─│├└►]", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Drawn();

    [GeneratedRegex(
        @"`(?<line>((dotnet|az|podman|docker|kubectl|systemctl|systemd-[a-z]+|journalctl|runuser|openssl|tar|install|curl|node|npm|apt|apt-get|git|bash|sh|export|cd) "
            + @"|(move|bench|fuzz|faults|cards|check|package|found|snapshot|backup|restore|networks) [-\w]|\.ci/|[A-Z][A-Z_]+=|\w+__\w+=)[^`]*)`",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Inline();
}
