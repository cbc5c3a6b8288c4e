using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Platform.Playground;

[OptionsValidator]
internal sealed partial class PlaygroundOptionsValidator : IValidateOptions<PlaygroundOptions>;

/// <summary>The windows act for anybody without a password, so nobody may switch them on where real people are.</summary>
internal sealed class PlaygroundOnlyInDevelopment(IHostEnvironment environment) : IValidateOptions<PlaygroundOptions>
{
    public ValidateOptionsResult Validate(string? name, PlaygroundOptions options) =>
        options.Enabled is true && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail("Playground:Enabled may be true only in the Development environment.")
            : ValidateOptionsResult.Success;
}
