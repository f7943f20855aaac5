package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.files.UnusedFiles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface VisitFileMapper extends UnusedFiles {

    /** @param visitId absent until the visit is recorded; with it the place among its files, and its words */
    record Row(
            UUID id,
            UUID accountId,
            @Nullable UUID visitId,
            @Nullable Integer place,
            @Nullable String words,
            String name,
            String contentType,
            long size,
            String sha256,
            String objectKey,
            Instant createdAt) {

        VisitFile file() {
            return new VisitFile(id, name, contentType, size, words);
        }
    }

    @Insert("""
            insert into visit_file (id, account_id, name, content_type, size, sha256, object_key, created_at)
            values (#{id}, #{accountId}, #{name}, #{contentType}, #{size}, #{sha256}, #{objectKey}, #{createdAt})
            """)
    void insert(Row row);

    /** @return 0 for one that is another person's, that another visit has, or that there is not */
    @Update("""
            update visit_file set visit_id = #{visitId}, place = #{place}, words = #{words}
            where id = #{id} and account_id = #{accountId} and visit_id is null
            """)
    int attach(
            @Param("id") UUID id,
            @Param("accountId") UUID accountId,
            @Param("visitId") UUID visitId,
            @Param("place") int place,
            @Param("words") @Nullable String words);

    @Select("""
            <script>select * from visit_file where visit_id in
            <foreach collection="visits" item="id" open="(" separator="," close=")">#{id}</foreach>
            order by visit_id, place</script>""")
    List<Row> of(@Param("visits") Collection<UUID> visits);

    /** Empty also for one whose visit lies out of reach. */
    @Select("""
            <script>select f.* from visit_file f join coordination_visit v on v.id = f.visit_id where f.id = #{id}
            """ + VisitMapper.WITHIN + "</script>")
    Optional<Row> findWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    /** One that its person has handed in and no visit has yet. */
    @Select("select * from visit_file where id = #{id} and account_id = #{accountId} and visit_id is null")
    Optional<Row> findUnused(@Param("id") UUID id, @Param("accountId") UUID accountId);

    @Select(
            value =
                    "delete from visit_file where id = #{id} and account_id = #{accountId} and visit_id is null returning *",
            affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Row> takeBack(@Param("id") UUID id, @Param("accountId") UUID accountId);

    @Override
    @Select("select count(*) from visit_file where account_id = #{accountId} and visit_id is null")
    int unused(UUID accountId);

    /** Files that no visit names. Whoever records a visit this late uploads them anew. */
    @Select("delete from visit_file where created_at < #{before} and visit_id is null returning *")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> removeUnused(Instant before);

    /** Until the end of the transaction nobody else hands in a file of the same person. */
    @Select("select 1 from (select pg_advisory_xact_lock(hashtext('files of'), hashtext(#{accountId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Override
    int lock(UUID accountId);
}
