using System.Collections.Generic;
using System.Globalization;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Elections;
using Bot.Features.Rules.SetRule;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetElectionRule;

/// <summary>How it is elected as it is about to be set, or a change to come as it is about to be taken back.</summary>
/// <param name="Committee">Whose rule.</param>
/// <param name="Rule">The rule; when a change is taken back, what goes on instead.</param>
/// <param name="Day">From which day on.</param>
internal sealed record ElectionRuleDraft(CommitteeId Committee, ElectionRule Rule, LocalDate Day) : IRulesDraft
{
    /// <summary>Whether a committee elects, so that its rules say how.</summary>
    public static bool IsFor(Committee committee) => committee.Kind == CommitteeKind.GeneralAssembly;

    /// <summary>Whether it takes back what would begin on <see cref="Day"/>.</summary>
    public bool TakesBack { get; init; }

    /// <summary>First day of a change to come that this one stands for; null for none.</summary>
    public LocalDate? Replaced { get; init; }

    /// <inheritdoc/>
    public int Latest { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <inheritdoc/>
    public string IdentityIn(Turn turn) => (Form ?? turn.Form).IdentityOf(string.Join('\n', "election-rule", Committee, Rule.ToCode(), Day, TakesBack));

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today) =>
        TakesBack ? timeline.TakeBackElections(Day, today) : timeline.SetElections(Rule, Day, today, Replaced);

    /// <summary>Reads the draft a card carries; null when it carries none that could be one.</summary>
    public static ElectionRuleDraft? Read(Turn turn, CardForm form) =>
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee && ElectionRule.TryParse(form["rule"]) is { IsSound: true } rule && RuleDraft.DayIn(form, "day") is { } day
            ? new ElectionRuleDraft(committee.Id, rule, day)
            {
                TakesBack = form["takesBack"] == "true",
                Replaced = RuleDraft.DayIn(form, "replaced"),
                Latest = form.Number("latest") ?? 0,
                Form = FormReference.In(form),
            }
            : null;

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee.Value),
        ("rule", Rule.ToCode()),
        ("day", LocalDatePattern.Iso.Format(Day)),
        ("takesBack", TakesBack ? "true" : "false"),
        ("replaced", Replaced is { } replaced ? LocalDatePattern.Iso.Format(replaced) : string.Empty),
        ("latest", Latest.ToString(CultureInfo.InvariantCulture)),
        .. Form?.Data ?? [],
    ];
}
