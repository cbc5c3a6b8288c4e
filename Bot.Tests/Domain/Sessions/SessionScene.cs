using System.Collections.Generic;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Domain.Dates;
using Bot.Domain.Meetings;
using Bot.Domain.Sessions;
using Bot.Domain.Voting;
using NodaTime;
using Xunit;

namespace Bot.Tests.Domain.Sessions;

/// <summary>A meeting of a board of three at 18:00 with four items, led by Ada; Katrin coordinates.</summary>
internal sealed class SessionScene
{
    public static readonly PersonId Ada = new("ada"), Ben = new("ben"), Cem = new("cem"), Katrin = new("katrin"), Stranger = new("stranger");

    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly List<SessionEntry> entries = [];

    private int acts;

    public SessionScene(MajorityRule? rule = null, LocalDate? day = null, LocalTime? start = null, LocalTime? end = null, SecrecyRule? secrecy = null)
    {
        var rules = new RulesOfProcedure
        {
            EffectiveFrom = new LocalDate(2026, 1, 1),
            Usual = DecisionRule.Default with { Majority = rule ?? MajorityRule.Default, Secrecy = secrecy ?? SecrecyRule.Never },
        };
        var board = new Committee(new CommitteeId("board"), CommitteeKind.AdvisoryBoard, "Beirat", [], rules);
        Network = new Network
        {
            Id = new NetworkId("n"),
            Name = "N",
            Zone = Berlin,
            Land = GermanLand.Saxony,
            Committees = [board],
            Organizations = [],
            People = [new(Ada, "Ada", false), new(Ben, "Ben", false), new(Cem, "Cem", false), new(Katrin, "Katrin", true), new(Stranger, "Stranger", false)],
            Seats = [.. new[] { Ada, Ben, Cem }.Select(person => new Seat(board.Id, person))],
        };
        Meeting = new Meeting
        {
            Id = new MeetingId("m"), Committee = board.Id, Day = day ?? new LocalDate(2027, 1, 14), Start = start ?? new LocalTime(18, 0), End = end, RulesVersion = 1,
            CalledBy = Katrin, CalledAt = Instant.FromUtc(2026, 12, 1, 9, 0), Chair = Ada,
        };
        Now = Meeting.StartsAt(Berlin);
        Items = [.. Enumerable.Range(1, 4).Select(number => new AgendaItem(number, "Punkt " + number, number == 1 ? 15 : null, Katrin, Meeting.CalledAt))];
    }

    public Network Network { get; set; }

    public Meeting Meeting { get; set; }

    public IReadOnlyList<AgendaItem> Items { get; set; }

    public Instant Now { get; set; }

    public MeetingSession Session => new(Network, new Agenda(Meeting, Items), new SessionRecord([.. entries]));

    public SessionAct Act(PersonId? by = null) => new(by ?? Ada, Now, "act-" + acts++);

    /// <summary>Takes a step as a store would keep it.</summary>
    public SessionStep Take(Outcome<SessionStep> outcome)
    {
        var step = Assert.IsType<Outcome<SessionStep>.Done>(outcome).Value;
        if (step.IsRepeated)
        {
            return step;
        }

        if (step.Before is { } before)
        {
            entries[entries.IndexOf(before)] = step.Entry;
        }
        else
        {
            Assert.Equal(entries.Count + 1, step.Entry.Number);
            entries.Add(step.Entry);
        }

        Meeting = step.Meeting ?? Meeting;
        Items = [.. Items.Select(item => step.Items.TryGetValue(item.Number, out var state) ? item with { State = state } : item)];
        return step;
    }

    public SessionScene Opened()
    {
        Take(Session.Open(Act()));
        return this;
    }

    public string States => string.Concat(Items.Select(item => item.State.ToString()[0]));

    public static RefusalCode Why(Outcome<SessionStep> outcome) => Assert.IsType<Outcome<SessionStep>.Refused>(outcome).Why.Code;
}
