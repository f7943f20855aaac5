package cn.zhengqi.policy.declaration;

import cn.zhengqi.data.files.UnusedFiles;
import cn.zhengqi.kernel.BusinessTime;
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
import org.jspecify.annotations.Nullable;

@Mapper
interface FileMapper extends UnusedFiles {

    record Row(
            UUID id,
            UUID enterpriseId,
            UUID accountId,
            String name,
            String contentType,
            long size,
            String sha256,
            String objectKey,
            Instant createdAt) {

        DeclarationFile file() {
            return new DeclarationFile(id, name, contentType, size, BusinessTime.at(createdAt));
        }
    }

    @Insert("""
            insert into declaration_file (id, enterprise_id, account_id, name, content_type, size, sha256, object_key, created_at)
            values (#{id}, #{enterpriseId}, #{accountId}, #{name}, #{contentType}, #{size}, #{sha256}, #{objectKey}, #{createdAt})
            """)
    void insert(Row row);

    @Select("select * from declaration_file where id = #{id} and enterprise_id = #{enterpriseId}")
    Optional<Row> ofEnterprise(@Param("id") UUID id, @Param("enterpriseId") UUID enterpriseId);

    @Select("""
            <script>select * from declaration_file where enterprise_id = #{enterpriseId} and id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    List<Row> allOfEnterprise(@Param("ids") Collection<UUID> ids, @Param("enterpriseId") UUID enterpriseId);

    @Select("""
            <script>select * from declaration_file where enterprise_id = #{enterpriseId}
            <if test="pattern != null">and name ilike #{pattern}</if>
            order by created_at desc, id limit #{most}</script>""")
    List<Row> latest(
            @Param("enterpriseId") UUID enterpriseId,
            @Param("pattern") @Nullable String pattern,
            @Param("most") int most);

    record Named(UUID id, String name) {}

    @Select("""
            <script>select id, name from declaration_file where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    List<Named> names(@Param("ids") Collection<UUID> ids);

    /** Whether a declaration or an application for redemption names a file {@code f} now, or named it when something was handed in. */
    String NAMED = """
            (exists (select 1 from declaration d where d.file_ids @> array[f.id::text])
              or exists (select 1 from declaration_event e where e.file_ids @> array[f.id::text])
              or exists (select 1 from redemption_application a where a.file_ids @> array[f.id::text])
              or exists (select 1 from redemption_event e where e.file_ids @> array[f.id::text]))
            """;

    @Override
    @Select("select count(*) from declaration_file f where enterprise_id = #{enterpriseId} and not " + NAMED)
    int unused(UUID enterpriseId);

    /** Files that nothing names that was handed in, nor the timeline of it. Whoever hands in a draft this late uploads them anew. */
    @Select("delete from declaration_file f where enterprise_id = #{enterpriseId} and created_at < #{before} and not "
            + NAMED + " returning *")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> removeUnused(@Param("enterpriseId") UUID enterpriseId, @Param("before") Instant before);

    /** Whose files of that age nothing names. */
    @Select("select distinct enterprise_id from declaration_file f where created_at < #{before} and not " + NAMED
            + " order by enterprise_id")
    List<UUID> withUnused(Instant before);

    /** Until the end of the transaction nobody else uploads or names a file of the same enterprise, and none of them is removed. */
    @Select(
            "select 1 from (select pg_advisory_xact_lock(hashtext('files of'), hashtext(#{enterpriseId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Override
    int lock(UUID enterpriseId);
}
