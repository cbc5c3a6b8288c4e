using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Storage;
using Bot.Texts;
using Bot.Turns;
using NodaTime;

namespace Bot.Features.Backups.Export;

/// <summary>Committees with what they are there for, every version of their rules, and the reports of working groups.</summary>
internal sealed class TakenCommittees(GroupStore groups) : ITakenAlong
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TakenPart> PartsAsync(Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var network = turn.Network;
        var committees = network.Committees.Concat(network.FormerCommittees).ToList();
        yield return new TakenPart.Table(Sentence.TakenCommittees, [.. committees.Select(committee => new TakenRow(TakenRow.Of(network, committee.Id), Cells(turn, committee)))]);
        yield return new TakenPart.Table(Sentence.TakenRules, [.. committees.SelectMany(committee => Rules(turn, committee))]);
        var reports = new List<TakenRow>();
        foreach (var committee in committees.Where(committee => committee.Remit is not null))
        {
            var all = await groups.ReportsAsync(network.Id, committee.Id, cancellationToken);
            foreach (var report in all.Concat(committee.Remit!.LastReport is { } last && all.All(one => one.Number != last.Number) ? [last] : []))
            {
                reports.Add(new TakenRow(
                    TakenRow.Of(network, committee.Id), committee.Name, report.Number.ToString(CultureInfo.InvariantCulture), TakenCells.Day(report.Given), TieWords.NameOf(network, report.By), report.Text));
            }
        }

        yield return new TakenPart.Table(Sentence.TakenReports, reports);
    }

    private static string[] Cells(Turn turn, Committee committee)
    {
        var (network, remit) = (turn.Network, committee.Remit);
        return
        [
            committee.Name,
            TakenCells.Word(turn.Reader, Sentence.TakenCommitteeKinds, (int)committee.Kind),
            string.Join(", ", committee.Aliases),
            TakenCells.YesNo(turn.Reader, committee.IsConfidential),
            committee.SeatCount?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
            TakenCells.Day(committee.EndedOn),
            remit?.Text ?? string.Empty,
            remit?.Resolution ?? string.Empty,
            TakenCells.Day(remit?.Since),
            TakenCells.Day(remit?.Until),
            remit?.Spokesperson is { } spokesperson ? TieWords.NameOf(network, spokesperson) : string.Empty,
            TakenCells.Day(remit?.ReportDue),
            remit?.EndedBy ?? string.Empty,
        ];
    }

    /// <summary>Every version, also those that are over or still to come, each with everything it says.</summary>
    private static IEnumerable<TakenRow> Rules(Turn turn, Committee committee)
    {
        var (reader, place) = (turn.Reader, TakenRow.Of(turn.Network, committee.Id));
        foreach (var rules in committee.Timeline.Versions.OrderBy(rules => (rules.EffectiveFrom, rules.Version)))
        {
            var from = rules.EffectiveFrom == LocalDate.MinIsoValue ? string.Empty : TakenCells.Day(rules.EffectiveFrom);
            var lines = committee.Decides.Where(kind => kind != MotionKind.Election).Select(kind => (MotionKind?)kind).Append(null)
                .Select(kind => (Subject: RuleWords.Kind(reader, kind), Text: string.Join("; ", RuleWords.Clauses(reader, RulesTimeline.Effective(rules, kind)))))
                .Append((Messages.Get(reader, Sentence.CommandSetRhythm), RhythmWords.Whole(reader, RhythmRule.Of(rules), rules.UsualPlace)))
                .Append((Messages.Get(reader, Sentence.TakenNotice), rules.Notice.Days.ToString(CultureInfo.InvariantCulture)));
            if (committee.Kind == CommitteeKind.GeneralAssembly)
            {
                lines = lines.Append((RuleWords.Kind(reader, MotionKind.Election), string.Join("; ", ElectionRuleWords.Clauses(reader, rules.Elections))));
            }

            foreach (var (subject, text) in lines)
            {
                yield return new TakenRow(place, committee.Name, rules.Version.ToString(CultureInfo.InvariantCulture), from, subject, text);
            }
        }
    }
}
