using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Concierge.Data;

internal sealed class SealedAsBytes() : ValueConverter<Sealed, byte[]>(value => value.Bytes, bytes => new Sealed(bytes));

/// <summary>Both providers then store, compare and sort instants alike.</summary>
internal sealed class InstantAsTicks()
    : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

internal sealed class TextAsStorable() : ValueConverter<string, string>(text => Text.Storable(text), text => text);
