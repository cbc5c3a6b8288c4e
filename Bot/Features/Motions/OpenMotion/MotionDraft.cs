using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Voting;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Motions.OpenMotion;

/// <summary>A motion as far as it was understood; what is missing is null or empty.</summary>
internal sealed record MotionDraft
{
    /// <summary>Outside of these years a day is not taken for one: at the ends of the calendar an hour more has no moment.</summary>
    private const int FirstYear = 1900, LastYear = 9998;

    /// <summary>What it is about.</summary>
    public MotionKind Kind { get; init; } = MotionKind.General;

    /// <summary>How the vote is taken.</summary>
    public BallotMode Mode { get; init; }

    /// <summary>Who votes.</summary>
    public CommitteeId? Committee { get; init; }

    /// <summary>The question, or the name of a project or working group.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>Which working group is to end.</summary>
    public CommitteeId? Group { get; init; }

    /// <summary>What a working group is to be there for.</summary>
    public RemitDraft Remit { get; init; } = new();

    /// <summary>Wording and reason.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The last day of voting.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The time of day voting ends.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>The day voting begins, where it begins later.</summary>
    public LocalDate? OpensDay { get; init; }

    /// <summary>The time of day it begins.</summary>
    public LocalTime? OpensTime { get; init; }

    /// <summary>Voters with a conflict of interest.</summary>
    public IReadOnlyList<VoterId> Conflicted { get; init; } = [];

    /// <summary>Names given as having a conflict of interest that nobody of those entitled bears.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>What the draft goes back to; null on cards of an older version.</summary>
    public FormReference? Form { get; init; }

    /// <summary>What could not be taken as it was written.</summary>
    public IReadOnlyList<AppointmentProblem> Problems { get; init; } = [];

    /// <summary>The proposal, or null while a committee or the end is missing, or something is doubtful.</summary>
    public MotionProposal? Complete => this is { Committee: { } committee, Day: { } day, Time: { } time } && Problems.Count == 0 && Unknown.Count == 0 && (Kind != MotionKind.WorkingGroup || Remit.IsClear)
        ? new MotionProposal(Kind, committee, Title, day + time)
        {
            Mode = Mode,
            Text = Text,
            Group = Group,
            Remit = Remit.Complete,
            FirstMembers = Remit.Others,
            Conflicted = Conflicted,
            Opens = OpensDay is { } opensDay && OpensTime is { } opensTime ? opensDay + opensTime : null,
        }
        : null;

    /// <summary>Whether secrecy may be asked for in this ballot, so that it opens later.</summary>
    public bool OpensLater(Network network) =>
        Committee is { } id && network.Committee(id)?.Rules.DecisionOn(Kind).Secrecy.Kind == BallotSecrecy.OnRequest;

    /// <summary>Who could vote, as far as it is known who decides and on what: among them are those with a conflict of interest.</summary>
    public IReadOnlyList<RollEntry> Electorate(Network network) => Committee is { } id && network.Committee(id) is { } committee ? network.Electorate(committee, committee.Rules.DecisionOn(Kind).VotingRight) : [];

    /// <summary>The draft with what goes without saying: the plenary where only it may decide, the beginning on the next morning, the end by the rules.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="now">When.</param>
    public MotionDraft Completed(Network network, Instant now)
    {
        var whole = this with { Remit = Remit.Named(network), Committee = Committee ?? (MotionProposal.IsForAssembly(Kind) ? network.GeneralAssembly?.Id : null) };
        if (whole.Committee is not { } id || network.Committee(id) is not { } committee)
        {
            return whole;
        }

        var today = now.InZone(network.Zone).Date;
        if (whole.OpensLater(network))
        {
            whole = whole with { OpensDay = OpensDay ?? today.PlusDays(1), OpensTime = OpensTime ?? MotionProposal.Morning };
        }

        var begins = whole is { OpensDay: { } later } && later > today ? later : today;
        return whole with
        {
            Day = Day ?? (Problems.Count == 0 ? begins.PlusDays(committee.Rules.BallotDays) : null),
            Time = Time ?? AppointmentQuestions.EveningOf(Problems) ?? (Problems.Count == 0 ? committee.Rules.BallotCloses : null),
            Conflicted = [.. Conflicted.Intersect(whole.Electorate(network).Select(entry => entry.Voter))],
        };
    }

    /// <summary>Reads the draft a card carries; anything unreadable counts as missing.</summary>
    public static MotionDraft Read(CardForm form) => new()
    {
        Kind = MotionProposal.Kinds.FirstOrDefault(kind => kind.ToString() == form["kind"], MotionKind.General),
        Mode = form["mode"] == nameof(BallotMode.Circular) ? BallotMode.Circular : BallotMode.OverDays,
        Committee = form.Id("committee") is { } committee ? new CommitteeId(committee) : null,
        Title = form["title"],
        Group = form.Id("group") is { } group ? new CommitteeId(group) : null,
        Remit = RemitDraft.Read(form),
        Text = form["wording"],
        Day = AppointmentQuestions.PickedDay(form) ?? ReadDay(form["day"]),
        Time = AppointmentQuestions.PickedTime(form) ?? ReadTime(form["time"]),
        OpensDay = ReadDay(form["opensDay"]),
        OpensTime = ReadTime(form["opensTime"]),
        Conflicted = [.. form["conflicted"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(voter => new VoterId(voter)).Distinct()],
        Form = FormReference.In(form),
    };

    /// <summary>The draft as data of a button, but for what people have written, which a card carries once, in inputs.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("kind", Kind.ToString()),
        ("mode", Mode.ToString()),
        ("committee", Committee?.Value ?? string.Empty),
        .. Group is { } group ? new[] { ("group", group.Value) } : [],
        .. Kind == MotionKind.WorkingGroup ? Remit.ToData() : [],
        ("day", Write(Day)),
        ("time", Write(Time)),
        ("opensDay", Write(OpensDay)),
        ("opensTime", Write(OpensTime)),
        ("conflicted", string.Join(',', Conflicted.Select(voter => voter.Value))),
        .. Form?.Data ?? [],
    ];

    /// <summary>A day as inputs and buttons carry it; empty for none.</summary>
    public static string Write(LocalDate? day) => day is { } one ? LocalDatePattern.Iso.Format(one) : string.Empty;

    /// <summary>A time as inputs and buttons carry it; empty for none.</summary>
    public static string Write(LocalTime? time) => time is { } one ? one.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : string.Empty;

    private static LocalDate? ReadDay(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day } ? day : null;

    private static LocalTime? ReadTime(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true } time ? time.Value : null;
}
