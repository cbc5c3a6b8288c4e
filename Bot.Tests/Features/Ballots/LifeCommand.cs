using System.Collections.Generic;
using System.Linq;
using Bot.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Tests.Features.Ballots;

/// <summary>When the process dies at a write: before anything was written, or after, when nobody hears of it any more.</summary>
internal enum Death
{
    None,
    Before,
    After,
}

/// <summary>Something that happens to a ballot. Instances are numbered from 0, voters too; the last voter is excluded.</summary>
internal abstract record LifeCommand(int Instance)
{
    /// <summary>Somebody votes.</summary>
    public sealed record Vote(int Instance, int Voter, VoteOption Option, Death Death) : LifeCommand(Instance);

    /// <summary>Somebody asks for secrecy.</summary>
    public sealed record Ask(int Instance, int Voter, Death Death) : LifeCommand(Instance);

    /// <summary>The chair ends the ballot.</summary>
    public sealed record Close(int Instance) : LifeCommand(Instance);

    /// <summary>Time passes for all instances.</summary>
    public sealed record Pass(int Seconds) : LifeCommand(0);

    /// <summary>The ballot is due: an instance does what is to be done, dies at a write or not, and something else happens in the other instance just before a write.</summary>
    public sealed record Look(int Instance, Death Death, int At, LifeCommand? Meanwhile, int MeanwhileAt) : LifeCommand(Instance);

    /// <summary>An instance starts anew and knows nothing.</summary>
    public sealed record Restart(int Instance) : LifeCommand(Instance);
}

/// <summary>A ballot and what happens to it.</summary>
/// <param name="Secrecy">As the rules have it.</param>
/// <param name="CanChangeVote">Whether a vote by name may be changed.</param>
/// <param name="Skew">How many seconds the second instance's clock is behind.</param>
/// <param name="Commands">What happens, in order.</param>
internal sealed record LifeStory(BallotSecrecy Secrecy, bool CanChangeVote, int Skew, IReadOnlyList<LifeCommand> Commands)
{
    /// <summary>Who is on the roll.</summary>
    public const int Voters = 8;

    /// <summary>Seconds until it opens, and from then until it ends.</summary>
    public const int OpensAfter = 20, LastsFor = 60;

    private static readonly Gen<Death> Deaths = Gen.Frequency((6, Gen.Constant(Death.None)), (1, Gen.Constant(Death.Before)), (1, Gen.Constant(Death.After)));

    private static readonly Gen<int> Instances = Gen.Choose(0, 1);

    private static readonly Gen<int> Everybody = Gen.Choose(0, Voters - 1);

    private static readonly Gen<LifeCommand> Votes =
        from instance in Instances
        from voter in Everybody
        from option in Gen.Elements(VoteOption.Yes, VoteOption.No, VoteOption.Abstain)
        from death in Deaths
        select (LifeCommand)new LifeCommand.Vote(instance, voter, option, death);

    private static readonly Gen<LifeCommand> Asks =
        from instance in Instances
        from voter in Everybody
        from death in Deaths
        select (LifeCommand)new LifeCommand.Ask(instance, voter, death);

    private static readonly Gen<LifeCommand> Closings = Instances.Select(instance => (LifeCommand)new LifeCommand.Close(instance));

    private static readonly Gen<LifeCommand?> Meanwhiles = Gen.Frequency(
        (3, Gen.Constant<LifeCommand?>(null)), (6, Votes.Select(vote => (LifeCommand?)vote)), (1, Closings.Select(close => (LifeCommand?)close)), (1, Asks.Select(ask => (LifeCommand?)ask)));

    private static readonly Gen<LifeCommand> Looks =
        from instance in Instances
        from death in Gen.Elements(Death.None, Death.Before, Death.After)
        from at in Gen.Choose(1, 9)
        from meanwhile in Meanwhiles
        from meanwhileAt in Gen.Choose(1, 9)
        select (LifeCommand)new LifeCommand.Look(instance, death, at, meanwhile, meanwhileAt);

    private static readonly Gen<LifeCommand> Commands1 = Gen.Frequency(
        (10, Votes), (4, Asks), (1, Closings), (4, Gen.Choose(1, 25).Select(seconds => (LifeCommand)new LifeCommand.Pass(seconds))),
        (5, Looks), (1, Instances.Select(instance => (LifeCommand)new LifeCommand.Restart(instance))));

    private static readonly Gen<LifeStory> Stories =
        from secrecy in Gen.Elements(BallotSecrecy.Open, BallotSecrecy.Secret, BallotSecrecy.OnRequest)
        from canChange in Gen.Elements(true, true, false)
        from skew in Gen.Choose(0, 15)
        from length in Gen.Choose(5, 40)
        from commands in Commands1.ArrayOf(length)
        select new LifeStory(secrecy, canChange, skew, commands);

    /// <summary>Stories; a failing one is told as short as possible.</summary>
    public static Arbitrary<LifeStory> Any { get; } = Arb.From(Stories, story => Enumerable.Range(0, story.Commands.Count)
        .Select(left => story with { Commands = [.. story.Commands.Where((_, index) => index != left)] }));

    public override string ToString() => $"{Secrecy}, change {CanChangeVote}, skew {Skew}: {string.Join("; ", Commands)}";
}
