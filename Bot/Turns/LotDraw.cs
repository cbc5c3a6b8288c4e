using System.Security.Cryptography;
using Bot.Domain.Voting;

namespace Bot.Turns;

/// <summary>The lot that breaks ties, of ballots and of shows of hands.</summary>
internal static class LotDraw
{
    /// <summary>Accepted or rejected, each as likely, by a generator nobody can foresee.</summary>
    public static Verdict Draw() => RandomNumberGenerator.GetInt32(2) == 0 ? Verdict.Accepted : Verdict.Rejected;
}
