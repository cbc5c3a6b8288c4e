using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using NodaTime;

namespace Bot.Tests.Domain.Meetings;

/// <summary>A small network to plan in: three committees of persons that share some.</summary>
internal static class PlanningScene
{
    public static readonly LocalDate Founded = new(2024, 1, 1);

    public static Committee Committee(string id, RulesOfProcedure rules) => new(new CommitteeId(id), CommitteeKind.WorkingGroup, id, [], rules);

    public static RulesOfProcedure Rules(string? rhythm, int hour = 18, int notice = 7, LocalDate? from = null, int version = 1) => new()
    {
        Version = version,
        EffectiveFrom = from ?? Founded,
        Rhythm = rhythm is null ? null : ((Outcome<MeetingRhythm>.Done)MeetingRhythm.Parse(rhythm, from ?? Founded)).Value,
        UsualStart = new LocalTime(hour, 0),
        Notice = new NoticePeriod(notice),
    };

    public static Meeting Meeting(string committee, LocalDate day, MeetingState state = MeetingState.Invited, int hour = 18, string? chair = null, Instant? calledAt = null) => new()
    {
        Id = new MeetingId($"{committee}-{day:yyyyMMdd}"),
        Committee = new CommitteeId(committee),
        Day = day,
        Start = new LocalTime(hour, 0),
        State = state,
        RulesVersion = 1,
        CalledBy = new PersonId("katrin"),
        CalledAt = calledAt ?? Instant.FromUtc(2026, 1, 1, 0, 0),
        Chair = chair is null ? null : new PersonId(chair),
    };

    public static Network Network(IReadOnlyList<Committee> committees, params (string Committee, string[] People)[] seats) => new()
    {
        Id = new NetworkId("n"),
        Name = "n",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
        Land = GermanLand.Saxony,
        Committees = committees,
        Organizations = [],
        People = [.. seats.SelectMany(seat => seat.People).Distinct().Select(person => new Person(new PersonId(person), person, false))],
        Seats = [.. seats.SelectMany(seat => seat.People.Select(person => new Seat(new CommitteeId(seat.Committee), new PersonId(person))))],
    };
}
