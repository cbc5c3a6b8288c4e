using System.Collections.Generic;
using System.Globalization;
using Bot.Domain;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Features.Rules.SetRule;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetStandingItems;

/// <summary>What is about to stand on every agenda.</summary>
/// <param name="Committee">Whose agendas.</param>
/// <param name="Items">The items.</param>
/// <param name="Day">For meetings called from which day on.</param>
internal sealed record StandingDraft(CommitteeId Committee, StandingItems Items, LocalDate Day) : IRulesDraft
{
    /// <summary>Whether it takes back what would begin on <see cref="Day"/>; then <see cref="Items"/> is what goes on instead.</summary>
    public bool TakesBack { get; init; }

    /// <summary>First day of a change to come that this one stands for; null for none.</summary>
    public LocalDate? Replaced { get; init; }

    /// <inheritdoc/>
    public int Latest { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <inheritdoc/>
    public string IdentityIn(Turn turn) => (Form ?? turn.Form).IdentityOf(string.Join('\n', "standing-items", Committee, Items.ToCode(), Day, TakesBack));

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today) =>
        TakesBack ? timeline.TakeBackStandingItems(Day, today) : timeline.SetStandingItems(Items, Day, today, Replaced);

    /// <summary>The draft that takes back what would begin on a day: what was in force before goes on.</summary>
    public static StandingDraft TakingBack(Committee committee, LocalDate day, FormReference form) =>
        new(committee.Id, committee.Timeline.InForce(day.PlusDays(-1)).StandingItems, day) { TakesBack = true, Form = form };

    /// <summary>Reads the draft a card carries; null when it carries none that could be one.</summary>
    public static StandingDraft? Read(Turn turn, CardForm form) =>
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee && RuleDraft.DayIn(form, "day") is { } day
        && (form["items"].Length == 0 ? StandingItems.None : StandingWords.Read(form["items"])) is { } items
            ? new StandingDraft(committee.Id, items, day) { TakesBack = form["takesBack"] == "true", Replaced = RuleDraft.DayIn(form, "replaced"), Latest = form.Number("latest") ?? 0, Form = FormReference.In(form) }
            : null;

    /// <summary>The draft as data of a button.</summary>
    public (string Name, string Value)[] ToData() =>
    [
        ("committee", Committee.Value),
        ("items", StandingWords.Write(Items)),
        ("day", LocalDatePattern.Iso.Format(Day)),
        ("takesBack", TakesBack ? "true" : "false"),
        ("replaced", Replaced is { } replaced ? LocalDatePattern.Iso.Format(replaced) : string.Empty),
        ("latest", Latest.ToString(CultureInfo.InvariantCulture)),
        .. Form?.Data ?? [],
    ];
}
