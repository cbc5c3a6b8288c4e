using System.Linq;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Rights;
using Bot.Domain.Voting;
using NodaTime;

namespace Bot.Domain.Memberships;

/// <content>The day on which an admission takes effect.</content>
public sealed partial record Admission
{
    /// <summary>How far ahead it may lie, counted from when it is said: a year, so that nobody decides for those who come after them. Source: the network's practice of admitting
    /// "zum 1. Januar"; the length is the bot's.</summary>
    public static Period Furthest { get; } = Period.FromYears(1);

    /// <summary>The first day of the membership, in the network's zone, should the plenary decide before it; null for the day of the decision. Of a member, null unless it was
    /// admitted ahead of that day.</summary>
    public LocalDate? EffectiveOn { get; init; }

    /// <summary>When a coordinator last set that day after the application; null where none did.</summary>
    public Instant? EffectiveSetAt { get; init; }

    /// <summary>A coordinator says on which day the admission takes effect. Doing it twice changes nothing.</summary>
    /// <param name="network">The network as it is now.</param>
    /// <param name="coordinator">Who.</param>
    /// <param name="day">The day; null for that of the decision.</param>
    /// <param name="now">When.</param>
    /// <returns>The case with it; refused with <see cref="RefusalCode.OnlyCoordinator"/>, <see cref="RefusalCode.AdmissionDayTooLate"/> once the plenary's ballot opens,
    /// <see cref="RefusalCode.AdmissionDayPast"/> or <see cref="RefusalCode.DayTooFar"/>.</returns>
    public Outcome<Admission> TakeEffectOn(Network network, PersonId coordinator, LocalDate? day, Instant now) =>
        !network.Allows(Right.PrepareAdmission, coordinator) ? new Refusal(RefusalCode.OnlyCoordinator)
        : State is not (AdmissionState.Applied or AdmissionState.Consulting) ? new Refusal(RefusalCode.AdmissionDayTooLate)
        : day == EffectiveOn ? this
        : WhyNotOn(day, now.InZone(network.Zone).Date) is { } refusal ? refusal
        : this with { EffectiveOn = day, EffectiveSetAt = now };

    /// <summary>The plenary's ballot has closed and its resolution is recorded. Afterwards nothing changes it, but that an admission takes effect.</summary>
    /// <param name="result">What the ballot came to.</param>
    /// <param name="resolution">Number of the resolution.</param>
    /// <param name="decidedOn">The day of the decision: an admission that was to take effect by then takes effect on that day.</param>
    public Admission Decided(BallotResult result, string resolution, LocalDate decidedOn)
    {
        if (State != AdmissionState.Voting)
        {
            return this;
        }

        var decided = this with { Resolution = resolution };
        return result.Verdict switch
        {
            Verdict.Accepted when EffectiveOn > decidedOn => decided with { State = AdmissionState.Admitted },
            Verdict.Accepted => decided with { State = AdmissionState.Member, EffectiveOn = null },
            Verdict.Rejected => decided with { State = AdmissionState.Rejected },
            _ => decided with { State = AdmissionState.Undecided },
        };
    }

    /// <summary>The case once the day has come: the applicant is a member. By its rows it is one from the first minute of that day; the case follows when people are awake, so
    /// that nobody is welcomed at night.</summary>
    public Admission TakenEffect(Instant now, DateTimeZone zone) =>
        State == AdmissionState.Admitted && EffectiveOn <= now.InZone(zone).Date && WakingHours.NextAfter(now, zone) is null ? this with { State = AdmissionState.Member } : this;

    /// <summary>When <see cref="TakenEffect"/> is to be asked next; null for a case that waits for no day.</summary>
    public Instant? TakesEffectAt(Instant now, DateTimeZone zone)
    {
        if (State != AdmissionState.Admitted || EffectiveOn is not { } day)
        {
            return null;
        }

        var morning = zone.AtLeniently(day + WakingHours.From).ToInstant();
        return morning > now ? morning : WakingHours.NextAfter(now, zone);
    }

    /// <summary>The first day of the membership of whoever is admitted on that day.</summary>
    public LocalDate MemberFrom(LocalDate decidedOn) => EffectiveOn is { } day && day > decidedOn ? day : decidedOn;

    private static Refusal? WhyNotOn(LocalDate? day, LocalDate today) =>
        day < today ? new Refusal(RefusalCode.AdmissionDayPast)
        : day > today + Furthest ? new Refusal(RefusalCode.DayTooFar, today + Furthest)
        : null;

    /// <summary>Why nobody can apply under a name, nor be noted as one that could; null where they can.</summary>
    internal static Refusal? WhyTaken(Network network, string name) =>
        network.Organizations.FirstOrDefault(one => OrganizationName.IsSame(one.Name, name)) is { } member ? new Refusal(RefusalCode.AlreadyMember, member.Name, member.MemberSince)
        : network.ComingOrganizations.FirstOrDefault(one => OrganizationName.IsSame(one.Name, name)) is { } coming
            ? new Refusal(RefusalCode.AdmittedAlready, coming.Name, coming.MemberSince)
        : null;
}
