using System.Text.Json;
using Concierge.Core.Board;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

internal static class BoardMapping
{
    /// <summary>Grows with every change of any post, so that whoever holds them in memory sees that something changed.</summary>
    public const string Version = "Version";

    public static void Board(ModelBuilder model)
    {
        var post = model.Entity<Listing>().ToTable("post");
        post.HasKey(p => p.Id);
        post.Property(p => p.Id).ValueGeneratedNever();
        post.Property(p => p.State).HasConversion<string>();
        // Public, and nothing of a member.
        post.Property(p => p.Body).HasConversion(body => JsonSerializer.Serialize(body, BoardData.Strict), json => BoardData.Read<Post>("post.body", json));
        post.Property(p => p.Changes).HasConversion(changes => JsonSerializer.Serialize(changes, BoardData.Strict), json => BoardData.Read<PostChanges>("post.changes", json));
        post.Property<long>(Version);
        post.HasIndex(Version).IsUnique();
        post.HasIndex(p => p.Until, "post_running").HasFilter("state IN ('Open', 'Paused')");

        var mark = model.Entity<PostMarkEntry>().ToTable("post_mark");
        mark.HasKey(m => new { m.MemberId, m.PostId, m.Kind, m.Mark });
        mark.Property(m => m.Mark).HasConversion<string>();
        Mapping.OfMember(mark, nameof(PostMarkEntry.MemberId));
    }
}
