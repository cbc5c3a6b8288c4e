using Microsoft.Extensions.Options;

namespace Bot.Platform.Activities;

[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
