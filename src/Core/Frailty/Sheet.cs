using System.Collections.Immutable;

namespace Concierge.Core.Frailty;

/// <summary>A filled-in form: what is needed to score it, and nothing of who it was.</summary>
/// <param name="Answers">In item order; null where nothing was answered. BMI's own place is always null.</param>
/// <param name="Age">Years; null when unknown.</param>
/// <param name="HeightCm">Centimetres.</param>
/// <param name="WeightKg">Kilograms.</param>
public sealed record Sheet(
    Instrument Form,
    ImmutableArray<Given?> Answers,
    Sex? Sex = null,
    int? Age = null,
    decimal? HeightCm = null,
    decimal? WeightKg = null);

public enum Sex { Male, Female }

/// <summary>One answer as it stands on the paper.</summary>
public abstract record Given
{
    private Given() { }

    /// <summary><c>yes</c>, <c>no</c>, or another word of the form.</summary>
    public sealed record Word(string Text) : Given;

    public sealed record Number(decimal Value) : Given;
}
