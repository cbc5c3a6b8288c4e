using System.Collections.Generic;
using System.Globalization;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Voting;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetRule;

/// <summary>A rule as it is about to be set, or a change to come as it is about to be taken back; what the buttons of a preview carry.</summary>
/// <param name="Committee">Whose rule.</param>
/// <param name="Kind">For which decisions.</param>
/// <param name="Rule">The rule; when a change is taken back, what goes on instead.</param>
/// <param name="Day">From which day on.</param>
internal sealed record RuleDraft(CommitteeId Committee, DecisionKind Kind, DecisionRule Rule, LocalDate Day) : IRulesDraft
{
    /// <summary>Whether it takes back what would begin on <see cref="Day"/>.</summary>
    public bool TakesBack { get; init; }

    /// <summary>First day of a change to come that this one stands for; null for none.</summary>
    public LocalDate? Replaced { get; init; }

    /// <summary>The version of the rules given last when the preview was drawn: another one since makes the preview a matter of the past.</summary>
    public int Latest { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <summary>The identity of what comes of it, the same however often it is confirmed.</summary>
    public string IdentityIn(Turn turn) => (Form ?? turn.Form).IdentityOf(string.Join('\n', "rules", Committee, Kind.Name, Rule.ToCode(), Day, TakesBack));

    /// <summary>The versions that come of it; or why none do.</summary>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today) =>
        TakesBack ? timeline.TakeBack(Kind.Motion, Day, today) : timeline.Set(Kind.Motion, Rule, Day, today, Replaced);

    /// <summary>Reads the draft a card carries; null when it carries none that could be one.</summary>
    public static RuleDraft? Read(Turn turn, CardForm form) =>
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee
        && DecisionKind.Parse(committee, form["kind"]) is { } kind
        && DecisionRule.TryParse(form["rule"], out var rule)
        && DayIn(form, "day") is { } day
            ? new RuleDraft(committee.Id, kind, rule.OfVersion(1), day)
            {
                TakesBack = form["takesBack"] == "true",
                Replaced = DayIn(form, "replaced"),
                Latest = form.Number("latest") ?? 0,
                Form = FormReference.In(form),
            }
            : null;

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee.Value),
        ("kind", Kind.Name),
        ("rule", Rule.ToCode()),
        ("day", LocalDatePattern.Iso.Format(Day)),
        ("takesBack", TakesBack ? "true" : "false"),
        ("replaced", Replaced is { } replaced ? LocalDatePattern.Iso.Format(replaced) : string.Empty),
        ("latest", Latest.ToString(CultureInfo.InvariantCulture)),
        .. Form?.Data ?? [],
    ];

    /// <summary>The day under a name; null when it is none, or none that calendars of people know.</summary>
    public static LocalDate? DayIn(CardForm form, string name) =>
        LocalDatePattern.Iso.Parse(form[name]) is { Success: true, Value: { Year: >= 1900 and <= 9000 } day } ? day : null;
}
