package cn.zhengqi.finance.cover;

import cn.zhengqi.data.files.UnusedFiles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface CoverMapper extends UnusedFiles {

    record Row(
            UUID id, UUID accountId, String name, String contentType, long size, String objectKey, Instant createdAt) {

        CoverPicture picture() {
            return new CoverPicture(id, name, contentType, size);
        }
    }

    @Insert("""
            insert into cover_picture (id, account_id, name, content_type, size, object_key, created_at)
            values (#{id}, #{accountId}, #{name}, #{contentType}, #{size}, #{objectKey}, #{createdAt})
            """)
    void insert(Row row);

    @Select("select * from cover_picture where id = #{id}")
    Optional<Row> find(UUID id);

    /** One that everybody may see: of something that is published. */
    @Select("""
            select p.* from cover_picture p where p.id = #{id}
              and (exists (select 1 from finance_article a where a.cover_id = p.id and a.status = 'PUBLISHED')
                or exists (select 1 from finance_activity a where a.cover_id = p.id and a.status != 'DRAFT'))
            """)
    Optional<Row> shown(UUID id);

    /** Until the end of the transaction it is not swept away. */
    @Select(value = "select id from cover_picture where id = #{id} for key share", affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<UUID> hold(UUID id);

    String NAMED = """
            (exists (select 1 from finance_article a where a.cover_id = p.id)
              or exists (select 1 from finance_activity a where a.cover_id = p.id))
            """;

    /** Whoever is naming it holds it until it is named: see {@link #hold}. */
    @Select(
            value = "select * from cover_picture where id = #{id} and account_id = #{accountId} for update",
            affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Row> lockOwn(@Param("id") UUID id, @Param("accountId") UUID accountId);

    @Select(value = "delete from cover_picture p where id = #{id} and not " + NAMED + " returning *", affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Row> removeUnnamed(UUID id);

    @Override
    @Select("select count(*) from cover_picture p where account_id = #{accountId} and not " + NAMED)
    int unused(UUID accountId);

    /** Pictures that nothing names, or nothing any more. */
    @Select("delete from cover_picture p where created_at < #{before} and not " + NAMED + " returning *")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> removeUnused(@Param("before") Instant before);

    /** Until the end of the transaction nobody else hands in a picture of the same account. */
    @Select("select 1 from (select pg_advisory_xact_lock(hashtext('covers of'), hashtext(#{accountId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Override
    int lock(UUID accountId);
}
