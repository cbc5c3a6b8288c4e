using System;
using System.Collections.Generic;
using System.Linq;
using Bot.Platform.Activities.Authentication;

namespace Bot.Tests.Platform.Activities.Authentication;

/// <summary>A good request spoilt in one place.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Status">How it must be refused.</param>
/// <param name="Fault">The reason that must stand in the log.</param>
/// <param name="Spoil">Makes the change.</param>
internal sealed record Forgery(string Name, int Status, AuthenticationFault Fault, Action<SignedRequest> Spoil)
{
    /// <summary>Holds only to the second, so it is tried with a clock that stands still.</summary>
    public bool IsExact { get; init; }

    /// <summary>All that is tried, each under a name of its own.</summary>
    public static IReadOnlyDictionary<string, Forgery> All { get; } =
        ForgedHeaders.All.Concat(ForgedClaims.All).Concat(ForgedActivities.All).ToDictionary(forgery => forgery.Name, StringComparer.Ordinal);

    /// <summary>Makes the spoilt request.</summary>
    public SignedRequest Make(DateTimeOffset now)
    {
        var request = new SignedRequest(now);
        Spoil(request);
        return request;
    }
}
