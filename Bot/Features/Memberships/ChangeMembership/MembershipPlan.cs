using System.Collections.Generic;
using Bot.Domain.Committees;
using NodaTime;

namespace Bot.Features.Memberships.ChangeMembership;

/// <summary>What a change of a membership comes to with the network as it is now.</summary>
internal abstract record MembershipPlan
{
    private MembershipPlan()
    {
    }

    /// <summary>Something is missing, not understood, or stands in the way: the form is shown with it. Markdown.</summary>
    public sealed record Asked(string Question) : MembershipPlan;

    /// <summary>It is so already, or it is nothing for the sender. Markdown.</summary>
    public sealed record Settled(string Said) : MembershipPlan;

    /// <summary>It can be done.</summary>
    /// <param name="Lines">What it will change, as the preview shows it. Markdown. What was shown is what may be done: when these differ by then, it is shown again.</param>
    /// <param name="After">The organization as it is to be.</param>
    /// <param name="Done">What is said when it was done. Markdown.</param>
    public sealed record Ready(IReadOnlyList<string> Lines, MemberOrganization After, string Done) : MembershipPlan
    {
        /// <summary>What else the preview says. Markdown.</summary>
        public IReadOnlyList<string> Hints { get; init; } = [];

        /// <summary>Days on whose morning there is something to be told.</summary>
        public IReadOnlyList<LocalDate> Mornings { get; init; } = [];
    }
}
