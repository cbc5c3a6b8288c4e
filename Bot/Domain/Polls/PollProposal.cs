using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Polls;

/// <summary>A mood poll (Stimmungsbild) as it is asked for. Nothing is decided by it; every person of the committee has one paper, whoever they represent.</summary>
/// <param name="Committee">Who is asked.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="Question">The question, at most <see cref="QuestionLimit"/> UTF-16 units.</param>
/// <param name="Options">What can be chosen, in the order they are shown: <see cref="FewestOptions"/> to <see cref="MostOptions"/>, each at most
/// <see cref="OptionLimit"/> UTF-16 units, no two alike; dates as <see cref="PollDates"/> writes them.</param>
/// <param name="IsAnonymous">Whether it is kept apart who chose what.</param>
/// <param name="ClosesAt">From this moment on no paper is taken.</param>
public sealed record PollProposal(
    CommitteeId Committee, PollKind Kind, string Question, IReadOnlyList<string> Options, bool IsAnonymous, Instant ClosesAt)
{
    /// <summary>The longest question, in UTF-16 units.</summary>
    public const int QuestionLimit = 200;

    /// <summary>The longest option, in UTF-16 units.</summary>
    public const int OptionLimit = 80;

    /// <summary>The fewest options: of one there is nothing to choose.</summary>
    public const int FewestOptions = 2;

    /// <summary>The most options: what fits on one card for a telephone.</summary>
    public const int MostOptions = 12;

    /// <summary>The longest time a poll runs, in days.</summary>
    public const int MostDays = 60;

    /// <summary>Minutes a poll in a meeting runs: usually, and at most.</summary>
    public const int UsualMinutes = 15, MostMinutes = 120;

    /// <summary>What stands against the poll, or null: looked at in the order question, options, dates, closing.</summary>
    /// <param name="zone">The network's.</param>
    /// <param name="now">When.</param>
    /// <param name="led">The meeting it is to be taken in; null for a poll over days.</param>
    public Refusal? Objection(DateTimeZone zone, Instant now, Meeting? led = null)
    {
        if (!Question.Any(char.IsLetterOrDigit))
        {
            return new Refusal(RefusalCode.QuestionMissing);
        }

        if (Question.Length > QuestionLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, QuestionLimit);
        }

        return ObjectionToOptions() ?? ObjectionToDates(zone, now) ?? ObjectionToClosing(zone, now, led);
    }

    /// <summary>Opens the poll: electorate and options are kept as they are now.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="by">Who opens it: a coordinator; or, in a meeting that is on, its chair.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="now">When.</param>
    /// <param name="led">The committee's meeting it is to be taken in; null for a poll over days.</param>
    /// <returns>The ballot; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.CommitteeUnknown"/>, an
    /// <see cref="Objection"/>, or <see cref="RefusalCode.NobodyEntitled"/> when the committee has no members.</returns>
    public Outcome<Opening> Open(Network network, PersonId by, BallotId id, Instant now, Meeting? led = null)
    {
        var chair = led is not null && led.Committee == Committee && led.TakesAttendanceAt(network.Zone, now) ? led.Chair : null;
        if (!network.Allows(Right.OpenPoll, by, network.Committee(Committee), chair))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (network.Standing(Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        if (Objection(network.Zone, now, led) is { } objection)
        {
            return objection;
        }

        var roll = network.Persons(committee);
        return roll.Count == 0 ? new Refusal(RefusalCode.NobodyEntitled, committee.Name) : new Opening(Ballot(committee, id, now, led), Motion, roll);
    }

    /// <summary>What a valid paper of it looks like.</summary>
    public PaperForm Form => Kind switch
    {
        PollKind.One => new PaperForm.Choice(Options.Count, 1),
        PollKind.Several => new PaperForm.Choice(Options.Count, Options.Count),
        PollKind.Ranking => new PaperForm.Ranking(Options.Count),
        PollKind.Dates => new PaperForm.Marking(Options.Count, Options.Count),
        _ => throw new InvalidOperationException($"Unknown kind of poll {Kind}."),
    };

    private Motion Motion => new(MotionKind.Poll, Committee, Question.Trim(), string.Empty) { Options = Options };

    private Ballot Ballot(Committee committee, BallotId id, Instant now, Meeting? led) => new(id, now, ClosesAt, MajorityRule.Default with { Version = committee.Rules.Version }, ClosedAt: null)
    {
        Form = Form,
        Mode = led is null ? BallotMode.OverDays : BallotMode.InMeeting,
        Meeting = led?.Id,
        Chair = led?.Chair,
        Secrecy = IsAnonymous ? BallotSecrecy.Secret : BallotSecrecy.Open,
    };

    private Refusal? ObjectionToOptions()
    {
        if (Options.Count is < FewestOptions or > MostOptions)
        {
            return new Refusal(RefusalCode.OptionsOutOfRange, FewestOptions, MostOptions);
        }

        if (Options.Any(option => option.Length > OptionLimit))
        {
            return new Refusal(RefusalCode.TextTooLong, OptionLimit);
        }

        var twice = Options.GroupBy(option => option, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : new Refusal(RefusalCode.OptionTwice, twice.Key);
    }

    private Refusal? ObjectionToDates(DateTimeZone zone, Instant now)
    {
        if (Kind != PollKind.Dates)
        {
            return null;
        }

        foreach (var option in Options)
        {
            if (PollDates.Read(option) is not { } date)
            {
                return new Refusal(RefusalCode.NoDate, option);
            }

            var mapping = zone.MapLocal(date);
            if (mapping.Count == 0)
            {
                return new Refusal(RefusalCode.NoSuchHour, date.Date, date.TimeOfDay);
            }

            if (mapping.First().ToInstant() <= Instant.Max(now, ClosesAt))
            {
                return new Refusal(RefusalCode.DateBeforeClosing, date);
            }
        }

        return null;
    }

    private Refusal? ObjectionToClosing(DateTimeZone zone, Instant now, Meeting? led)
    {
        if (ClosesAt <= now)
        {
            return new Refusal(RefusalCode.ClosesInPast, ClosesAt);
        }

        if (led is not null && ClosesAt - now > Duration.FromMinutes(MostMinutes))
        {
            return new Refusal(RefusalCode.BallotMinutesOutOfRange, MostMinutes);
        }

        if (led?.ClosesAt(zone) is { } end && ClosesAt > end)
        {
            return new Refusal(RefusalCode.PollAfterMeeting, end);
        }

        return ClosesAt - now > Duration.FromDays(MostDays) ? new Refusal(RefusalCode.ClosesTooLate, MostDays) : null;
    }
}
