using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Features.Rules.SetRule;
using Bot.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Features.Rules.SetNotice;

/// <summary>How long before a meeting people are invited, as it is about to be set.</summary>
/// <param name="Committee">Whose meetings.</param>
/// <param name="Notice">The period.</param>
/// <param name="Day">From which day on.</param>
internal sealed record NoticeDraft(CommitteeId Committee, NoticePeriod Notice, LocalDate Day) : IRulesDraft
{
    /// <summary>Whether it takes back what would begin on <see cref="Day"/>; then <see cref="Notice"/> is what goes on instead.</summary>
    public bool TakesBack { get; init; }

    /// <inheritdoc/>
    public int Latest { get; init; }

    /// <summary>What the draft goes back to.</summary>
    public FormReference? Form { get; init; }

    /// <inheritdoc/>
    public string IdentityIn(Turn turn) => (Form ?? turn.Form).IdentityOf(string.Join('\n', "notice", Committee, Notice.Days, Notice.Counting, Day, TakesBack));

    /// <inheritdoc/>
    public Outcome<IReadOnlyList<RulesOfProcedure>> Versions(RulesTimeline timeline, LocalDate today) =>
        TakesBack ? timeline.TakeBackNotice(Day, today) : timeline.SetNotice(Notice, Day, today);

    /// <summary>The draft that takes back what would begin on a day: what was in force before goes on.</summary>
    public static NoticeDraft TakingBack(Committee committee, LocalDate day, FormReference form) =>
        new(committee.Id, committee.Timeline.InForce(day.PlusDays(-1)).Notice, day) { TakesBack = true, Form = form };

    /// <summary>Reads the draft a card carries; null when it carries none that could be one.</summary>
    public static NoticeDraft? Read(Turn turn, CardForm form) =>
        turn.Network.Committee(new CommitteeId(form.Id("committee") ?? string.Empty)) is { } committee
        && RuleDraft.DayIn(form, "day") is { } day
        && form.Number("days") is >= NoticePeriod.MinDays and <= NoticePeriod.MaxDays and var days
        && Enum.GetValues<NoticeCounting>().Where(counting => counting.ToString() == form["counting"]).Cast<NoticeCounting?>().FirstOrDefault() is { } counting
            ? new NoticeDraft(committee.Id, new NoticePeriod(days, counting), day)
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
        ("days", Notice.Days.ToString(CultureInfo.InvariantCulture)),
        ("counting", Notice.Counting.ToString()),
        ("day", LocalDatePattern.Iso.Format(Day)),
        ("takesBack", TakesBack ? "true" : "false"),
        ("latest", Latest.ToString(CultureInfo.InvariantCulture)),
        .. Form?.Data ?? [],
    ];
}
