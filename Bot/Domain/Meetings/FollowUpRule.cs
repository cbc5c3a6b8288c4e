using System;
using System.Globalization;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Meetings;

/// <summary>On what terms a meeting without quorum is followed by another one that decides in its place (Folgesitzung), as data. By law there is none: only a rule of
/// procedure allows it, and only if its invitation says so.</summary>
/// <param name="NoticeDays">The notice period of such a meeting, whole days, 1 to 90.</param>
/// <param name="Quorum">The share of those entitled that must take part there; null to decide regardless of how many are there.</param>
/// <param name="QuorumComparison">Whether exactly that share is enough.</param>
/// <remarks>BGH, 10.10.1988, II ZR 51/88.</remarks>
public sealed record FollowUpRule(int NoticeDays, Fraction? Quorum = null, Comparison QuorumComparison = Comparison.AtLeast)
{
    private const string Notice = "notice=", QuorumPart = ";quorum", None = ";quorum=none";

    /// <summary>Whether all values are within their bounds.</summary>
    public bool IsSound => NoticeDays is >= NoticePeriod.MinDays and <= NoticePeriod.MaxDays && Quorum is not { Denominator: 0 };

    /// <summary>The notice period, counted as the committee counts.</summary>
    public NoticePeriod NoticeBy(NoticePeriod usual) => new(NoticeDays, usual.Counting);

    /// <summary>Its stored form: <c>notice=3;quorum=none</c>, <c>notice=7;quorum&gt;=1/4</c>.</summary>
    public string ToCode() => string.Create(CultureInfo.InvariantCulture, $"{Notice}{NoticeDays}") + (Quorum is { } share ? $"{QuorumPart}{(QuorumComparison == Comparison.AtLeast ? ">=" : ">")}{share}" : None);

    /// <summary>Reads what <see cref="ToCode"/> writes; null for anything else.</summary>
    public static FollowUpRule? TryParse(string code)
    {
        var end = code.IndexOf(';', StringComparison.Ordinal);
        if (end < 0 || !code.StartsWith(Notice, StringComparison.Ordinal) || !int.TryParse(code.AsSpan(Notice.Length, end - Notice.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return null;
        }

        var rule = QuorumIn(code[end..]) is var (isRead, share, comparison) && isRead ? new FollowUpRule(days, share, comparison) : null;
        return rule is { IsSound: true } ? rule : null;
    }

    private static (bool IsRead, Fraction? Share, Comparison Comparison) QuorumIn(string part)
    {
        if (part == None)
        {
            return (true, null, Comparison.AtLeast);
        }

        if (!part.StartsWith(QuorumPart + ">", StringComparison.Ordinal))
        {
            return default;
        }

        var isAtLeast = part.StartsWith(QuorumPart + ">=", StringComparison.Ordinal);
        return Fraction.TryParse(part[(QuorumPart.Length + (isAtLeast ? 2 : 1))..], out var share)
            ? (true, share, isAtLeast ? Comparison.AtLeast : Comparison.MoreThan)
            : default;
    }
}

/// <summary>That a meeting takes the place of one without quorum.</summary>
/// <param name="Of">The meeting without quorum.</param>
/// <param name="Day">Its day.</param>
/// <param name="Rule">The rule it was called under; it counts for this meeting whatever is set later.</param>
public sealed record FollowUp(MeetingId Of, LocalDate Day, FollowUpRule Rule)
{
    /// <summary>Whether that meeting had its quorum first and lost it; otherwise it never had it, or nobody noted that.</summary>
    public bool WasLost { get; init; }
}
