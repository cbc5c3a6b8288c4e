using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Texts;

namespace Bot.Features.Checkup;

/// <summary>What the start says of settings and the store, in the reader's language. The start itself writes English, into a log; here whoever asks reads it in theirs.</summary>
/// <remarks>A sentence of the start is recognized by its English words among the texts, and its values (settings, paths, addresses) are handed on as they stand. One that is not among them is said as it is.</remarks>
internal static class StartWords
{
    /// <summary>Longest time to compare one sentence; no fault is that long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Of two that fit, the first counts: those with more words of their own stand before the others.</summary>
    private static readonly Sentence[] Sentences =
    [
        Sentence.CheckupStartAppIdMissing, Sentence.CheckupStartBothSet, Sentence.CheckupStartAllSet,
        Sentence.CheckupStartCredentialUnused, Sentence.CheckupStartBelongs, Sentence.CheckupStartVariableSection,
        Sentence.CheckupStartVariable, Sentence.CheckupStartUnknownRoot, Sentence.CheckupStartUnknownMeant,
        Sentence.CheckupStartUnknown, Sentence.CheckupStartBetween, Sentence.CheckupStartCredentialMissing,
        Sentence.CheckupStartDevelopmentOnly, Sentence.CheckupStartEmpty, Sentence.CheckupStartFileDamaged,
        Sentence.CheckupStartFileForeign, Sentence.CheckupStartFileMissing, Sentence.CheckupStartFileNewer,
        Sentence.CheckupStartFileNotWritable, Sentence.CheckupStartFrom, Sentence.CheckupStartGraphClient,
        Sentence.CheckupStartGraphOrganizer, Sentence.CheckupStartGraphTenant, Sentence.CheckupStartLink,
        Sentence.CheckupStartNoGuidIn, Sentence.CheckupStartNoGuid, Sentence.CheckupStartNoHttps,
        Sentence.CheckupStartNoValue, Sentence.CheckupStartStoreArriving, Sentence.CheckupStartStoreLeaving,
        Sentence.CheckupStartStoreMoved, Sentence.CheckupStartTablesAddress, Sentence.CheckupStartTelemetryAddress,
        Sentence.CheckupStartTelemetryProtocol, Sentence.CheckupStartTenantMissing, Sentence.CheckupStartTenantsMissing,
        Sentence.CheckupStartNoneOf,
    ];

    private static readonly IReadOnlyList<(Sentence Sentence, Regex Words)> Known = [.. Sentences.Select(sentence => (sentence, PatternOf(sentence)))];

    /// <summary>A fault as the start says it, as a finding.</summary>
    public static Finding Wrong(string fault)
    {
        foreach (var (sentence, words) in Known)
        {
            if (words.Match(Plain(fault)) is { Success: true } match)
            {
                return new Finding(Gravity.Wrong, sentence, [.. match.Groups.Values.Skip(1).OrderBy(group => int.Parse(group.Name[1..], Reader.English.Culture)).Select(group => (object)group.Value)]);
            }
        }

        return new Finding(Gravity.Wrong, Sentence.CheckupAsStartSays, fault);
    }

    private static Regex PatternOf(Sentence sentence)
    {
        // In braces no setting and no path has.
        var text = Plain(Messages.Get(Reader.English, sentence, "{0}", "{1}", "{2}"));
        var pattern = Regex.Replace(Regex.Escape(text), @"\\\{(?<number>\d)}", "(?<v${number}>.+?)", RegexOptions.ExplicitCapture, Patience);
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
    }

    /// <summary>The log is written with straight quotation marks.</summary>
    private static string Plain(string text) => text.Replace('“', '\'').Replace('”', '\'').Replace('’', '\'');
}
