using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Rights;
using Bot.Storage;
using Bot.Turns;

namespace Bot.Features.Meetings.PlanYear;

/// <summary>Plans years from what is stored.</summary>
internal sealed class YearPlans(MeetingStore meetings)
{
    /// <summary>The plan of these committees.</summary>
    public async Task<YearPlan> OfAsync(Turn turn, IReadOnlyList<Committee> committees, int year, CancellationToken cancellationToken)
    {
        var called = new List<Meeting>();
        await foreach (var meeting in meetings.AllAsync(turn.Network.Id, cancellationToken))
        {
            if (meeting.Day.Year == year)
            {
                called.Add(meeting);
            }
        }

        return YearPlan.Of(turn.Network, committees, year, called, turn.LocalNow.Date);
    }

    /// <summary>The committees whose meetings the sender may know of here: the plenary's everybody, all others' those who may read of them.</summary>
    public static IReadOnlyList<Committee> Visible(Turn turn) =>
        [.. turn.Network.Committees.Where(committee => committee.Kind == CommitteeKind.GeneralAssembly || turn.May(Right.ReadMeetings, committee))];

    /// <summary>Whether there is a plan of that year.</summary>
    public static bool IsPlanned(Turn turn, int year) => year >= turn.LocalNow.Year - 1 && year <= turn.LocalNow.Year + YearPlan.MostYears;
}
