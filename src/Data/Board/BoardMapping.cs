using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

internal static class BoardMapping
{
    public static void Board(ModelBuilder model)
    {
        var post = model.Entity<PostEntry>().ToTable("post");
        post.HasKey(p => p.Id);
        post.Property(p => p.Id).ValueGeneratedNever();
        post.Property(p => p.State).HasConversion<string>();
        post.HasIndex(p => p.Version).IsUnique();

        var mark = model.Entity<PostMarkEntry>().ToTable("post_mark");
        mark.HasKey(m => new { m.MemberId, m.PostId, m.Kind, m.Mark });
        mark.Property(m => m.Mark).HasConversion<string>();
        Mapping.OfMember(mark, nameof(PostMarkEntry.MemberId));
    }
}
