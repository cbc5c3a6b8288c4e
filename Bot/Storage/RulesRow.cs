using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Platform.Tables;

namespace Bot.Storage;

/// <summary>The row of one version of a committee's rules of procedure, <c>rules|committee|version</c>. Once written it stays as it is.</summary>
internal static class RulesRow
{
    /// <summary>How the keys of all versions begin.</summary>
    public const string Prefix = "rules|";

    /// <summary>Reads a version. Rows written before decisions had rules of their own have none of these columns, and every decision then has the one majority.</summary>
    public static RulesOfProcedure Read(TableEntity row) => new()
    {
        Version = row.Number("Version"),
        EffectiveFrom = row.Day("EffectiveFrom"),
        Rhythm = row.GetString("Rhythm") is { } rule && MeetingRhythm.Parse(rule, row.Day("RhythmFrom")) is Outcome<MeetingRhythm>.Done(var rhythm) ? rhythm : null,
        ProposalDays = row.Number("ProposalDays"),
        UsualStart = row.Time("UsualStart"),
        UsualPlace = row.Text("UsualPlace"),
        Notice = new NoticePeriod(row.Number("NoticeDays"), row.NamedOrNull<NoticeCounting>("NoticeCounting") ?? NoticeCounting.BetweenDays),
        ReminderDays = [.. row.Text("ReminderDays").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(days => int.Parse(days, CultureInfo.InvariantCulture))],
        ReminderTime = row.Time("ReminderTime"),
        AgendaDeadlineDays = row.Number("AgendaDeadlineDays"),
        BallotDays = row.Number("BallotDays"),
        BallotCloses = row.Time("BallotCloses"),
        Elections = row.GetString("Elections") is { } elections ? ElectionRule.Parse(elections) : ElectionRule.Default,
        BallotReminders = row.GetString("BallotReminders") is { } reminders ? BallotReminders.Parse(reminders) : BallotReminders.Default,
        StandingItems = StandingItems.TryParse(row.GetString("StandingItems") ?? string.Empty) ?? StandingItems.None,
        Usual = ReadUsual(row),
        Decisions = ReadDecisions(row.GetString("Decisions") ?? string.Empty),
        FollowUps = row.GetString("FollowUps") is { } followUps ? FollowUpRule.TryParse(followUps) : null,
        Origin = row.GetString("Origin"),
        SetBy = row.GetString("SetBy") is { } person ? new PersonId(person) : null,
        SetAt = row.MomentOrNull("SetAt"),
        RhythmIsSoft = row.GetBoolean("RhythmIsSoft") ?? false,
    };

    /// <summary>Writes a version.</summary>
    public static TableEntity Write(NetworkId network, CommitteeId committee, RulesOfProcedure rules)
    {
        var row = RowFormat.NewRow(network.Value, $"{Prefix}{committee}|{rules.Version.ToString("000", CultureInfo.InvariantCulture)}");
        row["Committee"] = committee.Value;
        row["Version"] = rules.Version;
        row["EffectiveFrom"] = RowFormat.Write(rules.EffectiveFrom);
        row["Rhythm"] = rules.Rhythm?.Rule;
        row["RhythmFrom"] = rules.Rhythm is { } rhythm ? RowFormat.Write(rhythm.Anchor) : null;
        row["ProposalDays"] = rules.ProposalDays;
        row["UsualStart"] = RowFormat.Write(rules.UsualStart);
        row["UsualPlace"] = rules.UsualPlace;
        row["NoticeDays"] = rules.Notice.Days;
        row["ReminderDays"] = string.Join(',', rules.ReminderDays.Select(days => days.ToString(CultureInfo.InvariantCulture)));
        row["ReminderTime"] = RowFormat.Write(rules.ReminderTime);
        row["AgendaDeadlineDays"] = rules.AgendaDeadlineDays;
        row["BallotDays"] = rules.BallotDays;
        row["BallotCloses"] = RowFormat.Write(rules.BallotCloses);
        row["Elections"] = rules.Elections == ElectionRule.Default ? null : rules.Elections.ToCode();
        row["BallotReminders"] = rules.BallotReminders.ToCode();
        row["StandingItems"] = rules.StandingItems == StandingItems.None ? null : rules.StandingItems.ToCode();
        row["Majority"] = rules.Majority.ToCode();
        row["Usual"] = rules.Usual.ToCode();
        row["Decisions"] = string.Join('\n', rules.Decisions.OrderBy(decision => decision.Key).Select(decision => $"{decision.Key} {decision.Value.ToCode()}"));
        row["FollowUps"] = rules.FollowUps?.ToCode();
        row["Origin"] = rules.Origin;
        row["SetBy"] = rules.SetBy?.Value;
        row["SetAt"] = rules.SetAt?.ToDateTimeOffset();
        row["RhythmIsSoft"] = rules.RhythmIsSoft ? true : null;
        row["NoticeCounting"] = rules.Notice.Counting == NoticeCounting.BetweenDays ? null : rules.Notice.Counting.ToString();
        return row;
    }

    private static DecisionRule ReadUsual(TableEntity row) => row.GetString("Usual") is { } code
        ? DecisionRule.Parse(code).OfVersion(1)
        : (DecisionRule.Default with { Majority = MajorityRule.Parse(row.Text("Majority")) }).OfVersion(1);

    private static ImmutableDictionary<MotionKind, DecisionRule> ReadDecisions(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadDecision).ToImmutableDictionary();

    private static KeyValuePair<MotionKind, DecisionRule> ReadDecision(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return new(Enum.Parse<MotionKind>(line[..blank]), DecisionRule.Parse(line[(blank + 1)..]).OfVersion(1));
    }
}
