using Xunit;
namespace Bot.Tests;
public class Smoke { [Fact] public void Runs() => Assert.Equal(4, int.Parse("4", System.Globalization.CultureInfo.InvariantCulture)); }
