package cn.zhengqi.code.file;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.files.UnusedFiles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface FileMapper extends UnusedFiles {

    /** @param objectKey absent once the term of a letter was over */
    record Row(
            UUID id,
            UUID ownerId,
            String name,
            String contentType,
            long size,
            String sha256,
            @Nullable String objectKey,
            Instant createdAt) {

        StoredFile file() {
            return new StoredFile(id, name, contentType, size);
        }
    }

    @Insert("""
            insert into stored_file (id, owner_id, name, content_type, size, sha256, object_key, created_at)
            values (#{id}, #{ownerId}, #{name}, #{contentType}, #{size}, #{sha256}, #{objectKey}, #{createdAt})""")
    void insert(Row row);

    @Override
    @Select("""
            select count(*) from stored_file f
            where owner_id = #{ownerId} and not exists (select 1 from claim c where c.letter_file_id = f.id)
              and not exists (select 1 from claim_step s where s.letter_file_id = f.id)""")
    int unused(UUID ownerId);

    @Override
    @Select("select 1 from (select pg_advisory_xact_lock(hashtext('files of'), hashtext(#{ownerId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lock(UUID ownerId);

    /** Files that no claim names, nor its history. Whoever began a claim this late begins it anew. */
    @Select("""
            delete from stored_file f
            where created_at < #{before} and not exists (select 1 from claim c where c.letter_file_id = f.id)
              and not exists (select 1 from claim_step s where s.letter_file_id = f.id)
            returning *""")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> removeUnused(Instant before);

    /** The claim that names a letter. */
    record NamedBy(UUID id, String number, UUID enterpriseId) {}

    @Select("""
            <script>
            select id, number, enterprise_id from claim
              where (letter_file_id = #{id} or id in (select claim_id from claim_step where letter_file_id = #{id}))
              <if test="!scope.everything">and (false
                <if test="!scope.towns.isEmpty()">or town_code in
                  <foreach collection="scope.towns" item="town" open="(" separator="," close=")">#{town}</foreach></if>
                <if test="scope.person != null">or id in (select claim_id from claim_step where actor_id = #{scope.person})</if>)
              </if>
              order by id limit 1
            </script>""")
    @Nullable
    NamedBy claimWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    @Select("select exists (select 1 from stored_file where object_key = #{objectKey})")
    boolean holds(String objectKey);

    @Select("select * from stored_file where id = #{id}")
    @Nullable
    Row find(UUID id);

    @Select("""
            <script>select * from stored_file where id in
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach></script>""")
    List<Row> all(@Param("ids") Collection<UUID> ids);
}
