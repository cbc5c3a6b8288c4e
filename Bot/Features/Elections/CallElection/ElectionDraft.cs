using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Elections;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Elections.CallElection;

/// <summary>An election as far as it was understood; what is missing is null.</summary>
internal sealed partial record ElectionDraft
{
    /// <summary>The committee whose seats are filled.</summary>
    public CommitteeId? Body { get; init; }

    /// <summary>How many seats.</summary>
    public int? Seats { get; init; }

    /// <summary>How papers are filled in.</summary>
    public ElectionMethod Method { get; init; }

    /// <summary>Deadline for names, local.</summary>
    public LocalDateTime? NominateUntil { get; init; }

    /// <summary>End of voting, local.</summary>
    public LocalDateTime? VoteUntil { get; init; }

    /// <summary>Whether those in office keep their seats.</summary>
    public bool IsByElection { get; init; }

    /// <summary>What could not be taken of the deadlines as it was written.</summary>
    public IReadOnlyList<AppointmentProblem> Problems { get; init; } = [];

    /// <summary>First day of the term; null for the day on which everybody has answered.</summary>
    public LocalDate? TermFrom { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <summary>What is to be confirmed, or null while something is missing or doubtful.</summary>
    public ElectionCall? Complete(Network network) => this is { Problems.Count: 0, Body: { } body, Seats: { } seats, NominateUntil: { } nominate, VoteUntil: { } vote }
        ? new ElectionCall(body, seats, Method, network.Zone.AtLeniently(nominate).ToInstant(), network.Zone.AtLeniently(vote).ToInstant(), IsByElection, TermFrom)
        : null;

    /// <summary>Reads "Beirat: 5 Sitze, Vorschläge bis 14.1., Wahl bis 21.1., Einzelwahl". A day without a time ends when the plenary's ballots usually close.</summary>
    /// <param name="turn">Who typed it.</param>
    /// <param name="body">What stands before the colon, or all of it without one.</param>
    /// <param name="details">What stands after it.</param>
    public static ElectionDraft Typed(Turn turn, string body, string details)
    {
        var parts = details.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rules = turn.Network.GeneralAssembly?.Rules;
        var committees = CommitteeFinder.Named(turn.Network, body).Where(committee => committee.Kind != CommitteeKind.GeneralAssembly).ToList();
        var problems = new List<AppointmentProblem>();
        LocalDateTime? When(params string[] words) => parts.FirstOrDefault(part => words.Any(word => CommandText.Fold(part).Contains(word, StringComparison.Ordinal))) is { } said
            && AppointmentQuestions.ReadNoting(problems, said, turn.LocalNow, turn.Network.Zone) is { Problems.Count: 0, Day: { } day } reading
                ? day + (reading.Start ?? rules?.BallotCloses ?? new LocalTime(18, 0))
                : null;
        return new ElectionDraft
        {
            Body = committees.Count == 1 ? committees[0].Id : null,
            Seats = parts.Select(part => SeatWords().Match(CommandText.Fold(part))).FirstOrDefault(match => match.Success) is { } seats
                ? int.Parse(seats.Groups["seats"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                : null,
            Method = parts.Select(part => MethodWords.Of(CommandText.Fold(part))).FirstOrDefault(method => method is not null) ?? rules?.Elections.Method ?? ElectionMethod.Joint,
            TermFrom = parts.FirstOrDefault(part => CommandText.Fold(part) is var folded && (folded.StartsWith("amtszeit", StringComparison.Ordinal) || folded.StartsWith("term", StringComparison.Ordinal))) is { } term
                ? DayIn(turn, term, problems)
                : null,
            NominateUntil = When("vorschl", "kandidat", "nominat"),
            VoteUntil = When("wahl bis", "gewaehlt", "abstimm", "voting", "vote"),
            IsByElection = CommandText.Fold(body).StartsWith("nachwahl", StringComparison.Ordinal) || CommandText.Fold(body).StartsWith("by-election", StringComparison.Ordinal),
            Problems = problems,
            Form = turn.Form,
        };
    }

    /// <summary>Reads the draft a card carries; anything unreadable counts as missing.</summary>
    public static ElectionDraft Read(CardForm form) => new()
    {
        Body = form.Id("body") is { } body ? new CommitteeId(body) : null,
        Seats = form.Number("seats"),
        Method = Enum.GetValues<ElectionMethod>().FirstOrDefault(method => method.ToString() == form["method"]),
        TermFrom = LocalDatePattern.Iso.Parse(form["termDay"]) is { Success: true, Value: { Year: >= 1900 and <= 9000 } term } ? term : null,
        NominateUntil = Moment(form["nominateDay"], form["nominateTime"]),
        VoteUntil = Moment(form["voteDay"], form["voteTime"]),
        IsByElection = form["kind"] == "by",
        Form = FormReference.In(form),
    };

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("body", Body?.Value ?? string.Empty),
        ("seats", Seats?.ToString(CultureInfo.InvariantCulture) ?? string.Empty),
        ("method", Method.ToString()),
        ("nominateDay", Day(NominateUntil)), ("nominateTime", Time(NominateUntil)),
        ("voteDay", Day(VoteUntil)), ("voteTime", Time(VoteUntil)),
        ("termDay", TermFrom is { } term ? LocalDatePattern.Iso.Format(term) : string.Empty),
        ("kind", IsByElection ? "by" : "all"),
        .. Form?.Data ?? [],
    ];

    /// <summary>The day of a moment as a date field wants it; empty for none.</summary>
    public static string Day(LocalDateTime? moment) => moment is { } at ? LocalDatePattern.Iso.Format(at.Date) : string.Empty;

    /// <summary>The time of a moment as a time field wants it; empty for none.</summary>
    public static string Time(LocalDateTime? moment) => moment is { } at ? at.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>The day in words such as "Amtszeit ab 1.2.2027", also one that is over or far away, so that this can be said; what is no single day is noted as to be asked.</summary>
    private static LocalDate? DayIn(Turn turn, string typed, List<AppointmentProblem> problems)
    {
        switch (AppointmentReader.Read(typed, turn.LocalNow, turn.Network.Zone))
        {
            case { Day: { } day, Start: null, Problems.Count: 0 }:
                return day;
            case { Problems: [{ Kind: AppointmentProblemKind.PastDay or AppointmentProblemKind.FarAway, Days: [var named] }] }:
                return named;
            case { Problems: { Count: > 0 } doubts }:
                problems.AddRange(doubts);
                return null;
            case var _ when From().Match(typed) is { Success: true } from:
                problems.Add(new AppointmentProblem(AppointmentProblemKind.NoSuchDay, typed[(from.Index + from.Length)..], [], []));
                return null;
            default:
                return null;
        }
    }

    private static LocalDateTime? Moment(string day, string time) =>
        LocalDatePattern.Iso.Parse(day) is { Success: true, Value: { Year: >= 1900 and <= 9998 } date } && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time) is { Success: true, Value: var at }
            ? date + at
            : null;

    [GeneratedRegex(@"\b(?:ab|from)\s+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"(^|\s)(?<seats>\d{1,4})\s*(sitz|seat|platz|plaetz)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SeatWords();
}
