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

    /// <summary>Whether the kind is to be decided in the usual way again; then <see cref="Rule"/> only says what that is on <see cref="Day"/>.</summary>
    public bool IsUsual { get; init; }

    /// <summary>First day of a change to come that this one stands for; null for none.</summary>
    public LocalDate? Replaced { get; init; }

    /// <summary>The version of the rules given last when the preview was drawn: another one since makes the preview a matter of the past.</summary>
    public int Latest { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <summary>The identity of what comes of it, the same however often it is confirmed.</summary>
    public string IdentityIn(Turn turn) => (Form ?? turn.Form).IdentityOf(string.Join('\n', "rules", Committee, Kind.Name, IsUsual ? RuleFields.Usual : Rule.ToCode(), Day, TakesBack));

    /// <summary>The versions that come of it; or why none do.</summary>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today) =>
        TakesBack ? timeline.TakeBack(Kind.Motion, Day, today) : timeline.Set(Kind.Motion, IsUsual ? null : Rule, Day, today, Replaced);

    /// <summary>Reads the draft a card carries; null when it carries none that could be one.</summary>
    public static RuleDraft? Read(Turn turn, CardForm form) =>
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee
        && DecisionKind.Parse(committee, form["kind"]) is { } kind
        && DayIn(form, "day") is { } day
        && (form["rule"] == RuleFields.Usual ? AsUsual(committee, kind, day) : Own(committee, kind, form["rule"], day)) is { } draft
            ? draft with
            {
                TakesBack = form["takesBack"] == "true",
                Replaced = DayIn(form, "replaced"),
                Latest = form.Number("latest") ?? 0,
                Form = FormReference.In(form),
            }
            : null;

    /// <summary>The draft that takes a kind in the usual way again; null for the usual way itself.</summary>
    public static RuleDraft? AsUsual(Committee committee, DecisionKind kind, LocalDate day) => kind.Motion is null
        ? null
        : new RuleDraft(committee.Id, kind, RulesTimeline.Effective(committee.Timeline.InForce(day).With(kind.Motion, null), kind.Motion), day) { IsUsual = true };

    private static RuleDraft? Own(Committee committee, DecisionKind kind, string code, LocalDate day) =>
        DecisionRule.TryParse(code, out var rule) ? new RuleDraft(committee.Id, kind, rule.OfVersion(1), day) : null;

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee.Value),
        ("kind", Kind.Name),
        ("rule", IsUsual ? RuleFields.Usual : Rule.ToCode()),
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
