using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <content>What follows from having been moved, and from taking the place of another meeting.</content>
public sealed partial record Meeting
{
    /// <summary>When and where it was to be before.</summary>
    public EarlierDates Earlier { get; init; } = EarlierDates.None;

    /// <summary>The meeting without quorum in whose place this one is; null for none.</summary>
    public FollowUp? FollowUp { get; init; }

    /// <summary>The revision by which day, time and place became what they are; 0 when they never changed. Whoever was told of it knows the present date.</summary>
    public int MovedRevision => Earlier.Last?.Revision ?? 0;

    /// <summary>The revision by which day and hour became what they are; 0 when they never changed. An answer to an earlier one says nothing about this date.</summary>
    public int AskedRevision => AskedAnew?.Revision ?? 0;

    /// <summary>When the present day and hour were set: when it was called, or moved there.</summary>
    public Instant DatedAt => AskedAnew?.At ?? CalledAt;

    /// <summary>When day, time and place became what they are.</summary>
    public Instant ToldFrom => Earlier.Last?.At ?? CalledAt;

    /// <summary>The notice period that counts for it: a follow-up meeting has its own.</summary>
    public NoticePeriod NoticeUnder(RulesOfProcedure rules) => FollowUp?.Rule.NoticeBy(rules.Notice) ?? rules.Notice;

    /// <summary>A majority as it counts in this meeting: in a follow-up meeting with the quorum its rule has, or with none.</summary>
    /// <remarks>A rule without quorum gets none by a follow-up.</remarks>
    public MajorityRule Here(MajorityRule rule) => FollowUp is { Rule: var own } && rule.Quorum is not null
        ? rule with { Quorum = own.Quorum, QuorumComparison = own.QuorumComparison }
        : rule;

    /// <summary>The last change of day or hour: each earlier date is compared with the one that came after it.</summary>
    private EarlierDate? AskedAnew => Earlier.Items
        .Zip(Earlier.Items.Skip(1).Select(date => (date.Day, date.Start)).Append((Day, Start)))
        .LastOrDefault(pair => (pair.First.Day, pair.First.Start) != pair.Second).First;
}
