using Bot.Domain.Committees;
using Bot.Domain.Meetings;
using Bot.Domain.Voting;
using Bot.Texts;

namespace Bot.Features.Meetings.ShowReplies;

/// <summary>What the answers say about a meeting, in words with numbers and without names.</summary>
internal static class ForecastPart
{
    /// <summary>"Zugesagt: 7 von 12; für die Beschlussfähigkeit fehlen 2."</summary>
    public static string Quorum(Reader reader, QuorumForecast forecast) => forecast.Missing switch
    {
        null => Messages.Get(reader, Sentence.ForecastWithoutQuorum, forecast.Coming, forecast.Entitled),
        0 => Messages.Get(reader, Sentence.ForecastEnough, forecast.Coming, forecast.Entitled),
        { } missing => Messages.Get(reader, Sentence.ForecastMissing, forecast.Coming, forecast.Entitled, missing),
    };

    /// <summary>How many said no, and how many nothing.</summary>
    public static string Others(Reader reader, QuorumForecast forecast) => forecast.Tentative > 0
        ? Messages.Get(reader, Sentence.ForecastOthersTentative, forecast.NotComing, forecast.Tentative, forecast.Open)
        : Messages.Get(reader, Sentence.ForecastOthers, forecast.NotComing, forecast.Open);

    /// <summary>The forecast for a motion in that meeting.</summary>
    public static QuorumForecast Of(Network network, Committee committee, Meeting meeting, MeetingReplies replies)
    {
        var rule = committee.Rules.DecisionOn(MotionKind.General);
        return replies.Forecast(network.Electorate(committee, rule.VotingRight), meeting.Here(rule.Majority));
    }
}
