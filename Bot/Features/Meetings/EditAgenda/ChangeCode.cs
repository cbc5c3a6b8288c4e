using System.Globalization;
using Bot.Domain.Agendas;
using Bot.Domain.Committees;

namespace Bot.Features.Meetings.EditAgenda;

/// <summary>How a change of an item is called in a button's data.</summary>
internal static class ChangeCode
{
    /// <summary>The code, such as <c>before:5</c>.</summary>
    public static string Write(ItemChange change) => change switch
    {
        ItemChange.Beside(var other, var isBehind) => (isBehind ? "after:" : "before:") + other.ToString(CultureInfo.InvariantCulture),
        ItemChange.ToEdge(var isLast) => isLast ? "last" : "first",
        ItemChange.Minutes(var length) => "minutes:" + length?.ToString(CultureInfo.InvariantCulture),
        ItemChange.Presenter(var name) => "presenter:" + name,
        ItemChange.Visible(var to) => to == AgendaVisibility.Committee ? "confidential" : "public",
        ItemChange.Title(var text) => "title:" + text,
        ItemChange.Withdraw => "withdraw",
        ItemChange.TakeUp(var isTaken) => isTaken ? "take" : "leave",
        ItemChange.Refer(var to) => "refer:" + to.Value,
        _ => throw new System.ArgumentOutOfRangeException(nameof(change), change, "A change no button makes."),
    };

    /// <summary>Reads a code; null for anything else. Anybody can make it up.</summary>
    public static ItemChange? Read(string code)
    {
        var colon = code.IndexOf(':', System.StringComparison.Ordinal);
        var (name, value) = colon < 0 ? (code, string.Empty) : (code[..colon], code[(colon + 1)..].Trim());
        return (name, Number(value)) switch
        {
            ("before", { } other) => new ItemChange.Beside(other, IsBehind: false),
            ("after", { } other) => new ItemChange.Beside(other, IsBehind: true),
            ("first", _) => new ItemChange.ToEdge(IsLast: false),
            ("last", _) => new ItemChange.ToEdge(IsLast: true),
            ("minutes", var length) => new ItemChange.Minutes(value.Length == 0 ? null : length ?? -1),
            ("presenter", _) => new ItemChange.Presenter(value),
            ("confidential", _) => new ItemChange.Visible(AgendaVisibility.Committee),
            ("public", _) => new ItemChange.Visible(AgendaVisibility.All),
            ("title", _) => new ItemChange.Title(value),
            ("withdraw", _) => new ItemChange.Withdraw(),
            ("take", _) => new ItemChange.TakeUp(IsTaken: true),
            ("leave", _) => new ItemChange.TakeUp(IsTaken: false),
            ("refer", _) when value.Length > 0 => new ItemChange.Refer(new CommitteeId(value)),
            _ => null,
        };
    }

    /// <summary>Whether it is asked about before it is done: what others see of it, or lose by it, is not taken back by pressing again.</summary>
    public static bool NeedsConfirmation(ItemChange change) => change is ItemChange.Withdraw or ItemChange.Refer or ItemChange.Visible { To: AgendaVisibility.All };

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
