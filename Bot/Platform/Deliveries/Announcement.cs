using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Platform.Activities;
using Bot.Platform.Activities.Connector;
using Bot.Platform.Scheduling;

namespace Bot.Platform.Deliveries;

/// <summary>Something to be told to several conversations, once each.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Subject">What it is about; fit to be a partition key.</param>
/// <param name="Kind">Which message about it; each kind reaches each audience once. Without '|'.</param>
/// <param name="Audiences">Who is told, each once.</param>
/// <param name="Wake">What is looked at again as soon as the bot is added where it was missing; null to tell nobody later.</param>
/// <param name="Lane">Whether somebody waits for it, as for a greeting.</param>
internal sealed record Announcement(
    string Tenant, string Subject, string Kind, IReadOnlyList<Audience> Audiences, DueSubject? Wake = null, ConnectorLane Lane = ConnectorLane.Broadcast);

/// <summary>One conversation to tell.</summary>
/// <param name="Key">Its key in the <see cref="ConversationBook"/>.</param>
/// <param name="Member">For a 1:1 chat the id by which it can be opened if it never was, Teams id or else Entra object id; otherwise null.</param>
/// <param name="Render">The message in the conversation's language; the locale is null when unknown.</param>
/// <param name="IsWanted">Asked right before it is claimed whether it is still to be said; when not, nothing is noted. Null for what is said in any case.</param>
internal sealed record Audience(string Key, string? Member, Func<string?, Activity> Render, Func<CancellationToken, ValueTask<bool>>? IsWanted = null);
