using System.Collections.Generic;
using System.Globalization;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetRule;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetRhythm;

/// <summary>When a committee meets, as it is about to be set.</summary>
/// <param name="Committee">Which.</param>
/// <param name="Rule">The recurrence rule; empty when it meets as needed.</param>
/// <param name="IsSoft">Whether that only is how it usually is.</param>
/// <param name="Start">When meetings begin.</param>
/// <param name="Place">Where; empty for none.</param>
/// <param name="Day">From which day on; counting starts from it.</param>
internal sealed record RhythmDraft(CommitteeId Committee, string Rule, bool IsSoft, LocalTime Start, string Place, LocalDate Day) : IRulesDraft
{
    /// <summary>Whether it takes back what would begin on <see cref="Day"/>; the rest then says what goes on instead.</summary>
    public bool TakesBack { get; init; }

    /// <inheritdoc/>
    public int Latest { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <inheritdoc/>
    public string IdentityIn(Turn turn) => (Form ?? turn.Form).IdentityOf(string.Join('\n', "rhythm", Committee, Rule, IsSoft, Start, Place, Day, TakesBack));

    /// <summary>The rule; or why it is none.</summary>
    public Outcome<RhythmRule> Read()
    {
        if (Place.Length > MeetingProposal.TextLimit)
        {
            return new Refusal(RefusalCode.TextTooLong, MeetingProposal.TextLimit);
        }

        return Rule.Length == 0 ? new RhythmRule(null, false, Start, Place) : MeetingRhythm.Parse(Rule, Day) switch
        {
            Outcome<MeetingRhythm>.Done(var rhythm) => new RhythmRule(rhythm, IsSoft, Start, Place),
            Outcome<MeetingRhythm>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today) => TakesBack ? timeline.TakeBackRhythm(Day, today) : Read() switch
    {
        Outcome<RhythmRule>.Done(var rule) => timeline.SetRhythm(rule, Day, today),
        Outcome<RhythmRule>.Refused(var why) => why,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The draft that takes back what would begin on a day: what was in force before goes on.</summary>
    public static RhythmDraft TakingBack(Committee committee, LocalDate day, FormReference form)
    {
        var before = RhythmRule.Of(committee.Timeline.InForce(day.PlusDays(-1)));
        return new RhythmDraft(committee.Id, before.Rhythm?.Rule ?? string.Empty, before.IsSoft, before.Start, before.Place, day) { TakesBack = true, Form = form };
    }

    /// <summary>Reads the draft a card carries; null when it carries none that could be one.</summary>
    public static RhythmDraft? Read(Turn turn, CardForm form) =>
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee
        && RuleDraft.DayIn(form, "day") is { } day
        && LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(form["start"]) is { Success: true, Value: var start }
            ? new RhythmDraft(committee.Id, form["rhythm"], form["soft"] == "true", start, form["place"], day)
            {
                TakesBack = form["takesBack"] == "true",
                Latest = form.Number("latest") ?? 0,
                Form = FormReference.In(form),
            }
            : null;

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee.Value),
        ("rhythm", Rule),
        ("soft", IsSoft ? "true" : "false"),
        ("start", Start.ToString("HH:mm", CultureInfo.InvariantCulture)),
        ("place", Place),
        ("day", LocalDatePattern.Iso.Format(Day)),
        ("takesBack", TakesBack ? "true" : "false"),
        ("latest", Latest.ToString(CultureInfo.InvariantCulture)),
        .. Form?.Data ?? [],
    ];
}
