using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Bot.Texts;

namespace Bot.Features.Checkup;

/// <summary>How serious a finding is.</summary>
internal enum Gravity
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>Not looked at, because it is not used or something else is wrong first.</summary>
    LeftOut,

    /// <summary>The bot works, but somebody should look after it.</summary>
    Warning,

    /// <summary>The bot does not start, or does not do its work.</summary>
    Wrong,
}

/// <summary>One line of the answer.</summary>
/// <param name="Gravity">How serious it is.</param>
/// <param name="Words">What was found, and how to mend it.</param>
/// <param name="Values">Values for its gaps; never a secret.</param>
internal sealed record Finding(Gravity Gravity, Sentence Words, params object[] Values);

/// <summary>Looks at one subject and changes nothing.</summary>
internal interface ILook
{
    /// <summary>What it looks at, a few words.</summary>
    Sentence Subject { get; }

    /// <summary>Looks.</summary>
    Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken);
}
