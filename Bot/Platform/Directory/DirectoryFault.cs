using System;

namespace Bot.Platform.Directory;

/// <summary>What kind of no the directory said.</summary>
internal enum DirectoryFault
{
    /// <summary>It did nothing and will later: throttled, unavailable, or not reached at all.</summary>
    Busy,

    /// <summary>Nobody knows whether it did it: no answer in time, or an error after it had taken the request.</summary>
    Doubtful,

    /// <summary>It will not, however often it is asked: a missing permission, a wrong address, a wrong setting.</summary>
    Refused,
}

/// <summary>The directory did not do what it was asked. The message holds codes only, nothing of what was asked.</summary>
internal sealed class DirectoryException : Exception
{
    /// <summary>Says why.</summary>
    /// <param name="fault">What kind of no.</param>
    /// <param name="code">Status and code of the other side, or the name of a fault of the way there.</param>
    /// <param name="until">Not to be asked again before; null for not said.</param>
    /// <param name="cause">What was behind it; null for an answer.</param>
    public DirectoryException(DirectoryFault fault, string code, DateTimeOffset? until = null, Exception? cause = null)
        : base($"The directory answered {fault}: {code}.", cause)
    {
        Fault = fault;
        Code = code;
        Until = until;
    }

    /// <summary>What kind of no.</summary>
    public DirectoryFault Fault { get; }

    /// <summary>Status and code.</summary>
    public string Code { get; }

    /// <summary>Not to be asked again before.</summary>
    public DateTimeOffset? Until { get; }
}
