namespace Bot.Domain;

/// <summary>What a decision came to: <see cref="Done"/> with the changed value, or <see cref="Refused"/> with the reason.</summary>
/// <typeparam name="T">The value after the decision.</typeparam>
public abstract record Outcome<T>
{
    private Outcome()
    {
    }

    /// <summary>The rules allow it; <paramref name="Value"/> is the state after it.</summary>
    public sealed record Done(T Value) : Outcome<T>;

    /// <summary>The rules do not allow it; nothing has changed.</summary>
    public sealed record Refused(Refusal Why) : Outcome<T>;

    /// <summary>Lets a decision return its value directly.</summary>
    public static implicit operator Outcome<T>(T value) => new Done(value);

    /// <summary>Lets a decision return a refusal directly.</summary>
    public static implicit operator Outcome<T>(Refusal why) => new Refused(why);
}
