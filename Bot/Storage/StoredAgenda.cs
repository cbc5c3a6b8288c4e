using System.Collections.Generic;
using Azure;
using Bot.Domain.Agendas;

namespace Bot.Storage;

/// <summary>An agenda as it was read, with the versions of its rows.</summary>
/// <param name="Agenda">The agenda.</param>
/// <param name="Order">Version of the row that holds the order; null while there is none.</param>
/// <param name="Rows">Versions of the items' rows, by number.</param>
internal sealed record StoredAgenda(Agenda Agenda, ETag? Order, IReadOnlyDictionary<int, ETag> Rows);
