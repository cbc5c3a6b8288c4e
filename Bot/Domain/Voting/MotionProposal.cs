using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Rights;
using NodaTime;

namespace Bot.Domain.Voting;

/// <summary>A motion somebody wants to put to a ballot, as understood from their words or from a form.</summary>
/// <param name="Kind">What it is about; one of <see cref="Kinds"/>.</param>
/// <param name="Committee">Who is to vote.</param>
/// <param name="Title">The question, or the name of the project or working group; not read where <paramref name="Kind"/> is the end of a working group.</param>
/// <param name="Closes">When voting ends, in the network's zone.</param>
public sealed record MotionProposal(MotionKind Kind, CommitteeId Committee, string Title, LocalDateTime Closes)
{
    /// <summary>The longest question or name of a project, in UTF-16 units.</summary>
    public const int TitleLimit = 200;

    /// <summary>The longest name of a working group, in UTF-16 units.</summary>
    public const int NameLimit = 100;

    /// <summary>The longest wording with its reason, in UTF-16 units.</summary>
    public const int TextLimit = 800;

    /// <summary>Days from the opening day to the last day of voting, at most.</summary>
    public const int MostDays = 60;

    /// <summary>The kinds of motions that are put to a ballot this way. Admissions and expulsions have their own way there.</summary>
    public static IReadOnlyList<MotionKind> Kinds { get; } =
        [MotionKind.General, MotionKind.Project, MotionKind.WorkingGroup, MotionKind.WorkingGroupEnd, MotionKind.RulesOfProcedure];

    /// <summary>The time between announcing and opening a ballot whose secrecy can be asked for, at least.</summary>
    public static Duration TimeToAsk { get; } = Duration.FromHours(1);

    /// <summary>The same in a meeting.</summary>
    public static Duration TimeToAskInMeeting { get; } = Duration.FromMinutes(3);

    /// <summary>When such a ballot opens on the next day, where nothing else is said; local time.</summary>
    public static LocalTime Morning { get; } = new(9, 0);

    /// <summary>How it is to be taken: over days or as a circular resolution.</summary>
    public BallotMode Mode { get; init; }

    /// <summary>The wording and why; empty for none.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Which working group is to end; null for other kinds.</summary>
    public CommitteeId? Group { get; init; }

    /// <summary>What a working group is to be there for; null for other kinds, and where nothing is said.</summary>
    public Remit? Remit { get; init; }

    /// <summary>Who is to be in a working group from its beginning.</summary>
    public IReadOnlyList<PersonId> FirstMembers { get; init; } = [];

    /// <summary>The most people who can be named for a working group in a motion.</summary>
    public const int MostFirstMembers = 10;

    /// <summary>Voters with a conflict of interest (BGB § 34); those who are not entitled anyway do not matter.</summary>
    public IReadOnlyList<VoterId> Conflicted { get; init; } = [];

    /// <summary>When voting begins, in the network's zone. Only read where secrecy can be asked for; any other ballot opens at once.</summary>
    public LocalDateTime? Opens { get; init; }

    /// <summary>Whether only the plenary may decide on this kind.</summary>
    /// <remarks>Source: the network's founding document: the plenary decides on working groups.</remarks>
    public static bool IsForAssembly(MotionKind kind) => kind is MotionKind.WorkingGroup or MotionKind.WorkingGroupEnd;

    /// <summary>Decides whether the ballot may be opened now, and how it would be.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="opener">Who opens it, as vouched for by the channel.</param>
    /// <param name="id">Identity of the ballot.</param>
    /// <param name="now">When.</param>
    /// <returns>Ballot and roll; or a refusal: not a coordinator, unknown committee, not for this committee, a name or
    /// question missing, too long or taken, an hour the clock skips, an opening or end that cannot be, nobody entitled.</returns>
    public Outcome<Opening> Open(Network network, PersonId opener, BallotId id, Instant now)
    {
        if (!network.Allows(Right.OpenMotion, opener, network.Committee(Committee)))
        {
            return new Refusal(RefusalCode.OnlyCoordinator);
        }

        if (network.Standing(Committee) is not { } committee)
        {
            return new Refusal(RefusalCode.CommitteeUnknown);
        }

        var schedule = BallotSchedule.Of(committee.Rules.DecisionOn(Kind), Opens, Closes, network.Zone, now);
        if ((ObjectionToKind(network, committee) ?? ObjectionToWords() ?? ObjectionToRemit(network, now) ?? (schedule as Outcome<BallotSchedule>.Refused)?.Why) is { } objection)
        {
            return objection;
        }

        var (opens, closes) = ((Outcome<BallotSchedule>.Done)schedule).Value;
        var opening = Opening.Of(network, committee, MotionFor(network, id), id, opens, closes, Mode, Excluded());
        return opening.Roll.Any(entry => entry.Excluded is null) ? opening : new Refusal(RefusalCode.NobodyEntitled, committee.Name);
    }

    private Refusal? ObjectionToKind(Network network, Committee committee)
    {
        if (IsForAssembly(Kind) && committee.Kind != CommitteeKind.GeneralAssembly)
        {
            return new Refusal(RefusalCode.OnlyAssemblyDecides);
        }

        return Kind switch
        {
            MotionKind.WorkingGroupEnd when Ended(network) is null => new Refusal(RefusalCode.NoWorkingGroup),
            MotionKind.WorkingGroup when SameName(network) is { } same => new Refusal(RefusalCode.CommitteeExists, same.Name),
            _ => null,
        };
    }

    private Refusal? ObjectionToWords()
    {
        if (Kind != MotionKind.WorkingGroupEnd && !Title.Any(char.IsLetterOrDigit))
        {
            return new Refusal(RefusalCode.QuestionMissing);
        }

        var limit = Kind == MotionKind.WorkingGroup ? NameLimit : TitleLimit;
        return Title.Length > limit ? new Refusal(RefusalCode.TextTooLong, limit)
            : Text.Length > TextLimit ? new Refusal(RefusalCode.TextTooLong, TextLimit)
            : null;
    }

    private Refusal? ObjectionToRemit(Network network, Instant now)
    {
        if (Kind != MotionKind.WorkingGroup)
        {
            return null;
        }

        var people = FirstMembers.Concat(Remit?.Spokesperson is { } speaker ? [speaker] : []);
        return people.Any(person => network.Person(person) is null) ? new Refusal(RefusalCode.PersonNotKnown)
            : FirstMembers.Count > MostFirstMembers ? new Refusal(RefusalCode.TooManyPeople, MostFirstMembers)
            : Remit?.Objection(now.InZone(network.Zone).Date);
    }

    /// <summary>A confidential group is not put to the plenary's vote, which would tell everybody of it: it is ended by hand.</summary>
    private Committee? Ended(Network network) =>
        Group is { } id && network.Standing(id) is { Kind: CommitteeKind.WorkingGroup, IsSecluded: false } group ? group : null;

    /// <summary>Groups are called as they are called now; the case of an end is the group.</summary>
    private Motion MotionFor(Network network, BallotId id) => Kind == MotionKind.WorkingGroupEnd && Ended(network) is { } group
        ? new Motion(Kind, Committee, group.Name, group.Id.Value) { Text = Text }
        : new Motion(Kind, Committee, Title.Trim(), id.Value)
        {
            Text = Text,
            Remit = Kind == MotionKind.WorkingGroup && Remit is { IsBlank: false } remit ? remit : null,
            FirstMembers = Kind == MotionKind.WorkingGroup ? FirstMembers : [],
        };

    private Committee? SameName(Network network) => network.Committees.FirstOrDefault(committee =>
        committee.Aliases.Append(committee.Name).Any(name => string.Equals(name, Title.Trim(), System.StringComparison.OrdinalIgnoreCase)));

    private Dictionary<VoterId, Exclusion> Excluded() => Conflicted.Distinct().ToDictionary(voter => voter, _ => Exclusion.ConflictOfInterest);
}
