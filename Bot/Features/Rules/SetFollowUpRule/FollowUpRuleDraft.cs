using System.Collections.Generic;
using System.Globalization;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetRule;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetFollowUpRule;

/// <summary>The terms of follow-up meetings as they are about to be set, or a change to come as it is about to be taken back.</summary>
/// <param name="Committee">Whose rule.</param>
/// <param name="Rule">The terms, null for no follow-up meeting; when a change is taken back, what goes on instead.</param>
/// <param name="Day">From which day on.</param>
internal sealed record FollowUpRuleDraft(CommitteeId Committee, FollowUpRule? Rule, LocalDate Day) : IRulesDraft
{
    private const string None = "none";

    /// <summary>Whether it takes back what would begin on <see cref="Day"/>.</summary>
    public bool TakesBack { get; init; }

    /// <summary>First day of a change to come that this one stands for; null for none.</summary>
    public LocalDate? Replaced { get; init; }

    /// <inheritdoc/>
    public int Latest { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <inheritdoc/>
    public string IdentityIn(Turn turn) => (Form ?? turn.Form).IdentityOf(string.Join('\n', "follow-up-rule", Committee, Rule?.ToCode() ?? None, Day, TakesBack));

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today) =>
        TakesBack ? timeline.TakeBackFollowUps(Day, today) : timeline.SetFollowUps(Rule, Day, today, Replaced);

    /// <summary>Reads the draft a card carries; null when it carries none that could be one.</summary>
    public static FollowUpRuleDraft? Read(Turn turn, CardForm form)
    {
        var rule = FollowUpRule.TryParse(form["rule"]);
        return turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee && (rule is not null || form["rule"] == None) && RuleDraft.DayIn(form, "day") is { } day
            ? new FollowUpRuleDraft(committee.Id, rule, day)
            {
                TakesBack = form["takesBack"] == "true",
                Replaced = RuleDraft.DayIn(form, "replaced"),
                Latest = form.Number("latest") ?? 0,
                Form = FormReference.In(form),
            }
            : null;
    }

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee.Value),
        ("rule", Rule?.ToCode() ?? None),
        ("day", LocalDatePattern.Iso.Format(Day)),
        ("takesBack", TakesBack ? "true" : "false"),
        ("replaced", Replaced is { } replaced ? LocalDatePattern.Iso.Format(replaced) : string.Empty),
        ("latest", Latest.ToString(CultureInfo.InvariantCulture)),
        .. Form?.Data ?? [],
    ];
}
