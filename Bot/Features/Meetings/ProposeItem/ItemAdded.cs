using Bot.Domain.Agendas;
using Bot.Domain.Committees;
using Bot.Texts;

namespace Bot.Features.Meetings.ProposeItem;

/// <summary>What is said when an item stands on the agenda. A confidential one is not named: notifications and whoever reads along see the sentence.</summary>
internal static class ItemAdded
{
    /// <summary>The sentence. Markdown.</summary>
    public static string Said(Reader reader, Network network, Agenda agenda, AgendaItem item)
    {
        if (item.IsConfidential)
        {
            return Messages.Get(reader, Sentence.ItemAddedConfidential, agenda.PlaceOf(item));
        }

        return Messages.Get(
            reader, item.Kind == AgendaItemKind.UrgentMotion ? Sentence.ItemAddedUrgent : Sentence.ItemAdded, agenda.PlaceOf(item), AgendaLine.Name(reader, network, item));
    }
}
