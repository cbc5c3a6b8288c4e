using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Voting;
using Bot.Turns;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>From a line such as "Abstimmung: Sollen wir uns am Demokratiefest beteiligen? bis Freitag 12 Uhr" to a draft.</summary>
/// <remarks>What is voted on is never read for anything else: a question may name days and committees. So only what stands before the colon or after the
/// question mark, or where there is none from the last "bis" on, says who votes and until when.</remarks>
internal static partial class MotionLine
{
    private static readonly Dictionary<string, MotionKind> Kinds = new(StringComparer.Ordinal)
    {
        ["arbeitsgruppe"] = MotionKind.WorkingGroup, ["working"] = MotionKind.WorkingGroup,
        ["aufloesung"] = MotionKind.WorkingGroupEnd, ["dissolution"] = MotionKind.WorkingGroupEnd,
        ["projekt"] = MotionKind.Project, ["project"] = MotionKind.Project,
        ["geschaeftsordnung"] = MotionKind.RulesOfProcedure, ["rules"] = MotionKind.RulesOfProcedure,
    };

    private static readonly string[] CircularWords = ["umlaufbeschluss", "umlauf", "circular"];

    private static readonly string[] EndWords = ["aufloesen", "beenden", "aufgeloest", "beendet", "wird", "soll", "werden", "dissolve", "dissolved", "end", "ended", "shall", "be"];

    /// <summary>Words that say nothing by themselves once day and committee are taken out.</summary>
    private static readonly string[] Fillers = ["im", "in", "der", "die", "das", "dem", "den", "beim", "bei", "fuer", "bitte", "und", "the", "of", "for", "please", "and", "by", "bis", "until"];

    /// <summary>Reads a line. What is not found stays missing; nothing is guessed.</summary>
    /// <param name="turn">Gives network, moment and, in a committee's conversation, the committee.</param>
    /// <param name="entry">The command whose words the line begins with.</param>
    /// <param name="text">The line.</param>
    public static MotionDraft Read(Turn turn, CommandEntry entry, CommandText text)
    {
        var (head, body) = Split(entry, text);
        var kindSaid = KindIn(CommitteeIn(turn, head, string.Empty) is { } here ? CommitteeFinder.Without(here, head) : head);
        var (labelled, closing) = kindSaid == MotionKind.WorkingGroup ? WithoutClosing(turn, body) : (body, string.Empty);
        var (said, labels) = RemitLabels.Split(kindSaid == MotionKind.WorkingGroup ? RemitLabels.Pattern() : Label(), labelled);
        said = closing.Length > 0 ? said + " " + closing : said;
        var (question, tail) = SplitQuestion(turn, said);
        var inTail = Deadline(turn, tail);
        var inHead = AppointmentReader.Read(head, turn.LocalNow, turn.Network.Zone);
        var when = inTail.When ?? inHead;
        var committee = CommitteeIn(turn, head, inTail.Left);
        var rest = committee is { } named ? CommitteeFinder.Without(named, inTail.Left) : inTail.Left;
        var kind = KindIn(committee is { } one ? CommitteeFinder.Without(one, head) : head);
        var draft = new MotionDraft
        {
            Kind = kind,
            Mode = CommandText.WordsOf(head).Any(CircularWords.Contains) ? BallotMode.Circular : BallotMode.OverDays,
            Committee = (committee ?? (MotionProposal.IsForAssembly(kind) ? turn.Network.GeneralAssembly : turn.Here))?.Id,
            Day = when.Day ?? (when.Start > turn.LocalNow.TimeOfDay ? turn.LocalNow.Date : null),
            Time = when.Start,
            Problems = Problems(turn, when),
            Remit = kind == MotionKind.WorkingGroup ? RemitDraft.Of(RemitLabels.Read(turn, labels)) : new RemitDraft(),
            Form = turn.Form,
        };
        return Ending(turn, question) is { } ended && kind is MotionKind.General or MotionKind.WorkingGroupEnd && (kind == MotionKind.WorkingGroupEnd || ended.IsSaid)
            ? draft with { Kind = MotionKind.WorkingGroupEnd, Committee = turn.Network.GeneralAssembly?.Id, Group = ended.Group, Text = string.Join(' ', new[] { Leftover(rest), labels.GetValueOrDefault("wording", string.Empty) }.Where(part => part.Length > 0)) }
            : WithConflicts(turn.Network, Worded(draft, question, Leftover(rest), labels.GetValueOrDefault("wording", string.Empty)), labels);
    }

    private static (string Head, string Body) Split(CommandEntry entry, CommandText text)
    {
        if (text.HasColon && !text.FoldedBeforeColon.Contains('?', StringComparison.Ordinal))
        {
            return (text.FoldedBeforeColon, text.AfterColon);
        }

        var body = entry.RestOf(text);
        var folded = CommandText.Fold(body);
        return (text.Folded.EndsWith(folded, StringComparison.Ordinal) ? text.Folded[..^folded.Length] : string.Empty, body);
    }

    /// <summary>Takes off when the voting ends where it stands last, behind a comma, so that it is not taken for a part of the report's day: "…, Bericht bis 1.3., bis Freitag 12 Uhr".</summary>
    private static (string Body, string Closing) WithoutClosing(Turn turn, string body) =>
        Closing().Match(body) is { Success: true } end && Says(AppointmentReader.Read(end.Groups["until"].Value, turn.LocalNow, turn.Network.Zone))
            ? (body[..end.Index], end.Groups["until"].Value)
            : (body, string.Empty);

    private static (string Question, string Tail) SplitQuestion(Turn turn, string body)
    {
        var mark = body.LastIndexOf('?');
        if (mark >= 0)
        {
            return (body[..(mark + 1)], body[(mark + 1)..].Trim());
        }

        return LastUntil(turn, body) is { } at ? (body[..at].Trim(' ', ',', ';', '('), body[at..].Trim()) : (body, string.Empty);
    }

    /// <summary>Where the last "bis" stands that a day or time follows, or null.</summary>
    private static int? LastUntil(Turn turn, string text) => Until().Matches(text)
        .Where(until => Says(AppointmentReader.Read(text[until.Index..], turn.LocalNow, turn.Network.Zone)))
        .Select(until => (int?)until.Index).LastOrDefault();

    /// <summary>The end of the voting, and what else there is. A day named before the last "bis" belongs to what is voted on.</summary>
    private static (AppointmentReading? When, string Left) Deadline(Turn turn, string tail)
    {
        var at = LastUntil(turn, tail) ?? 0;
        var reading = AppointmentReader.Read(tail[at..], turn.LocalNow, turn.Network.Zone);
        return Says(reading) ? (reading, tail[..at] + reading.Rest) : (null, tail);
    }

    private static bool Says(AppointmentReading reading) => reading.Day is not null || reading.Start is not null || reading.Problems.Count > 0;

    /// <summary>A time without a day is today's; if that is over, it is asked rather than guessed.</summary>
    private static IReadOnlyList<AppointmentProblem> Problems(Turn turn, AppointmentReading when) =>
        when is { Day: null, Start: { } start, Problems.Count: 0 } && start <= turn.LocalNow.TimeOfDay
            ? [new AppointmentProblem(AppointmentProblemKind.PastDay, MotionDraft.Write(start), [turn.LocalNow.Date], [start])]
            : when.Problems;

    private static Committee? CommitteeIn(Turn turn, string head, string rest) =>
        CommitteeFinder.Named(turn.Network, head) is [var before] ? before : CommitteeFinder.Named(turn.Network, rest) is [var after] ? after : null;

    private static MotionKind KindIn(string head) =>
        CommandText.WordsOf(head).Where(Kinds.ContainsKey).Select(word => Kinds[word]).FirstOrDefault(MotionKind.General);

    private static string Leftover(string rest) => CommandText.WordsOf(CommandText.Fold(rest)).All(Fillers.Contains) ? string.Empty : rest.Trim(' ', ',', ';', '-');

    /// <summary>What is voted on. A question too long for one line is the wording, and its beginning the title.</summary>
    private static MotionDraft Worded(MotionDraft draft, string question, string leftover, string wording)
    {
        var said = question.Trim(' ', ',', ';', '.');
        var text = string.Join(' ', new[] { leftover, wording }.Where(part => part.Length > 0));
        return said.Length <= MotionProposal.TitleLimit
            ? draft with { Title = draft.Kind == MotionKind.General ? said : said.TrimEnd('?', ' '), Text = text }
            : draft with { Title = ShortText.Abbreviate(said, MotionProposal.TitleLimit), Text = string.Join(' ', said, text).Trim() };
    }

    private static MotionDraft WithConflicts(Network network, MotionDraft draft, Dictionary<string, string> labels)
    {
        var names = labels.GetValueOrDefault("conflict", string.Empty).Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var electorate = draft.Electorate(network);
        var found = names.Select(name => (Name: name, Entry: NameFinder.Find(electorate, entry => network.NameOf(entry.Voter), name))).ToList();
        return draft with
        {
            Conflicted = [.. found.Select(pair => pair.Entry?.Voter).OfType<VoterId>().Distinct()],
            Unknown = [.. found.Where(pair => pair.Entry is null).Select(pair => pair.Name)],
        };
    }

    /// <summary>Which working group a motion would end, and whether it says that and nothing else: "AG Bildung auflösen". A question about a group is a question.</summary>
    private static (CommitteeId? Group, bool IsSaid)? Ending(Turn turn, string question)
    {
        var groups = turn.Network with { Committees = [.. turn.Network.Committees.Where(committee => committee is { Kind: CommitteeKind.WorkingGroup, IsSecluded: false })] };
        var said = question.Trim(' ', '.', '!', '?');
        return CommitteeFinder.Named(groups, said) is [var one]
            ? (one.Id, CommandText.WordsOf(CommandText.Fold(CommitteeFinder.Without(one, said))).Except(Fillers) is var words && words.Any() && words.All(EndWords.Contains))
            : (null, false);
    }

    [GeneratedRegex(
        @"(?:^|[\s,;.(])(?:(?<conflict>befangen|conflicted|conflict of interest)|(?<wording>wortlaut|begr(?:ue|\u00fc)ndung|grund|wording|reason))\s*:\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"[,;]\s*(?<until>(bis|until)\s[^,;]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closing();

    [GeneratedRegex(@"(?:^|[\s,;(])(?:bis|until|till|by)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Until();
}
