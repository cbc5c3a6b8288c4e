using System;
using System.Linq;
using Bot.Platform.Calendars;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Features.Calendars;

/// <summary>Where calendars are served, as people outside see it.</summary>
internal sealed class CalendarAddresses(IOptions<CalendarOptions> options, IHostEnvironment environment, IServer server)
{
    /// <summary>Path of a calendar; its secret follows, then <see cref="Ending"/>.</summary>
    public const string Path = "/calendar/";

    /// <summary>How the path ends: some clients go by it.</summary>
    public const string Ending = ".ics";

    /// <summary>The address of the calendar with that secret; null when the bot does not know where it is reached.</summary>
    public Uri? Of(string secret) => Root is { } root ? new Uri(root, root.AbsolutePath.TrimEnd('/') + Path + secret + Ending) : null;

    /// <summary>Whether there are addresses at all.</summary>
    public bool AreServed => Root is not null;

    private Uri? Root => options.Value.PublicAddress ?? (environment.IsDevelopment() ? Local : null);

    private Uri? Local => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var local) ? local : null)
        .FirstOrDefault(local => local is { IsLoopback: true, Port: > 0 });
}
