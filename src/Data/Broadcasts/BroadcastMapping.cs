using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Broadcasts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concierge.Data;

/// <summary>Broadcasts, whom they go to, and what became of them.</summary>
internal static class BroadcastMapping
{
    /// <summary>The reply as it was approved; the messages as LINE gets them; by what the same one is known; the counts that stay when the list of people is gone.</summary>
    public const string Frozen = "Frozen", Body = "Body", ContentHash = "ContentHash", SegmentHash = "SegmentHash", Results = "Results";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Map(ModelBuilder model)
    {
        MapBroadcast(model);
        MapSending(model);

        model.Entity<BroadcastPicture>().ToTable("broadcast_picture").HasKey(p => p.Id);

        var audience = model.Entity<SavedAudience>().ToTable("saved_audience");
        audience.HasKey(a => a.Id);
        audience.Property(a => a.Revision).IsConcurrencyToken();
        AsJson(audience.Property(a => a.Rule));

        var phone = model.Entity<BroadcastPhone>().ToTable("broadcast_phone");
        phone.HasKey(p => p.MemberId);
        Mapping.OfMember(phone, nameof(BroadcastPhone.MemberId));
    }

    private static void MapBroadcast(ModelBuilder model)
    {
        var cast = model.Entity<Broadcast>().ToTable("broadcast");
        cast.HasKey(b => b.Id);
        cast.Property(b => b.State).HasConversion<string>();
        cast.Property(b => b.Reason).HasConversion<string>();
        cast.Property(b => b.Revision).IsConcurrencyToken();
        AsJson(cast.Property(b => b.Content));
        AsJson(cast.Property(b => b.Audience));
        AsJson(cast.Property(b => b.Timing));
        cast.Property<string?>(Frozen);
        cast.Property<byte[]?>(Body);
        cast.Property<byte[]?>(ContentHash);
        cast.Property<byte[]?>(SegmentHash);
        cast.Property<string?>(Results);
        cast.HasIndex(b => b.Code).IsUnique();
        // Whatever rings, and however often: of one that repeats each time is there once.
        cast.HasIndex(b => new { b.Series, b.Occurrence }).IsUnique();
        cast.HasIndex(b => b.State, "broadcast_open").HasFilter("state IN ('Approved', 'Sending', 'Paused')");
    }

    private static void MapSending(ModelBuilder model)
    {
        var recipient = model.Entity<BroadcastRecipient>().ToTable("broadcast_recipient");
        recipient.HasKey(r => new { r.BroadcastId, r.MemberId });
        recipient.HasIndex(r => new { r.BroadcastId, r.Chunk });
        recipient.HasIndex(r => r.MemberId);
        recipient.Property(r => r.State).HasConversion<string>();
        Mapping.OfMember(recipient, nameof(BroadcastRecipient.MemberId));

        var chunk = model.Entity<BroadcastChunk>().ToTable("broadcast_chunk");
        chunk.HasKey(c => new { c.BroadcastId, c.Number });
        chunk.Property(c => c.State).HasConversion<string>();
        chunk.HasIndex(c => c.NextAt, "broadcast_chunk_open").HasFilter("state IN ('Waiting', 'Sending')");
        chunk.HasOne<Broadcast>().WithMany().HasForeignKey(c => c.BroadcastId).OnDelete(DeleteBehavior.Restrict);

        var link = model.Entity<BroadcastLinkEntry>().ToTable("broadcast_link");
        link.HasKey(l => l.Code);
        link.HasIndex(l => l.BroadcastId);
        link.HasOne<Broadcast>().WithMany().HasForeignKey(l => l.BroadcastId).OnDelete(DeleteBehavior.Restrict);
    }

    internal static void AsJson<T>(PropertyBuilder<T> property) =>
        property.HasConversion(value => JsonSerializer.Serialize(value, Json), json => JsonSerializer.Deserialize<T>(json, Json)!);
}
