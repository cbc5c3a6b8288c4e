using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Bot.Domain.Committees;
using Bot.Platform.Cards;
using Bot.Texts;
using NodaTime;
using NodaTime.Text;

namespace Bot.Turns;

/// <summary>The recurring inputs of forms.</summary>
internal static class InputPart
{
    /// <summary>A line of text.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="id">What it is called in the form that comes back.</param>
    /// <param name="label">What it is for.</param>
    /// <param name="value">As far as it was typed; cut where it is too long.</param>
    /// <param name="limit">The longest text, in UTF-16 units.</param>
    public static TextInput Text(Reader reader, string id, Sentence label, string value, int limit) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        MaxLength = limit,
        Value = value.Length == 0 ? null : ShortText.Cut(value, limit),
    };

    /// <summary>A line of text that must be filled in.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="id">What it is called in the form that comes back.</param>
    /// <param name="said">What it is for, and what is said where it is empty.</param>
    /// <param name="value">As far as it was typed; cut where it is too long.</param>
    /// <param name="limit">The longest text, in UTF-16 units.</param>
    public static TextInput Required(Reader reader, string id, (Sentence Label, Sentence Missing) said, string value, int limit) =>
        Text(reader, id, said.Label, value, limit) with { IsRequired = true, ErrorMessage = Messages.Get(reader, said.Missing) };

    /// <summary>A day.</summary>
    public static DateInput Day(Reader reader, string id, Sentence label, LocalDate? day) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        Value = day is { } known ? LocalDatePattern.Iso.Format(known) : null,
    };

    /// <summary>A time of day.</summary>
    public static TimeInput Time(Reader reader, string id, Sentence label, LocalTime? time) => new()
    {
        Id = id,
        Label = Messages.Get(reader, label),
        Value = time?.ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    /// <summary>The choice of a committee. The one that is chosen already stays among the choices, whichever page they are on.</summary>
    /// <param name="reader">Whose language.</param>
    /// <param name="all">All that may be chosen.</param>
    /// <param name="chosen">The one that is; null for none.</param>
    /// <param name="shown">The page of them that is shown.</param>
    public static ChoiceSetInput Committee(Reader reader, IEnumerable<Committee> all, CommitteeId? chosen, Page<Committee> shown) => new()
    {
        Id = "committee",
        Label = Messages.Get(reader, Sentence.InputCommittee),
        IsRequired = true,
        ErrorMessage = Messages.Get(reader, Sentence.InputCommitteeMissing),
        Choices =
        [
            .. all.Where(committee => committee.Id == chosen || shown.Items.Contains(committee)).Select(committee => new Choice(committee.Name, committee.Id.Value)),
        ],
        Value = chosen?.Value,
    };
}
