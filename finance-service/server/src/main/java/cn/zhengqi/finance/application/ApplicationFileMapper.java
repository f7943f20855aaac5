package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.BusinessTime;
import java.time.Instant;
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
interface ApplicationFileMapper {

    /** @param applicationId absent until it is handed in; with it the step that did, and the place among its files */
    record Row(
            UUID id,
            UUID enterpriseId,
            UUID accountId,
            @Nullable UUID applicationId,
            @Nullable UUID stepId,
            @Nullable Integer place,
            String name,
            String contentType,
            long size,
            String sha256,
            String objectKey,
            Instant createdAt) {

        ApplicationFile file() {
            return new ApplicationFile(id, name, contentType, size, BusinessTime.at(createdAt));
        }
    }

    @Insert("""
            insert into application_file (id, enterprise_id, account_id, name, content_type, size, sha256, object_key, created_at)
            values (#{id}, #{enterpriseId}, #{accountId}, #{name}, #{contentType}, #{size}, #{sha256}, #{objectKey}, #{createdAt})
            """)
    void insert(Row row);

    /** @return 0 for one that is another enterprise's, that was handed in before, or that there is not */
    @Update("""
            update application_file set application_id = #{step.applicationId}, step_id = #{step.id}, place = #{place}
            where id = #{id} and enterprise_id = #{enterpriseId} and application_id is null
            """)
    int handIn(
            @Param("id") UUID id,
            @Param("enterpriseId") UUID enterpriseId,
            @Param("step") ApplicationStep step,
            @Param("place") int place);

    @Select("select * from application_file where application_id = #{applicationId} order by step_id, place")
    List<Row> of(UUID applicationId);

    @Select("""
            select count(*) as files, coalesce(sum(size), 0) as bytes from application_file where application_id = #{applicationId}
            """)
    FilesOfOne sum(UUID applicationId);

    @Select("select * from application_file where id = #{id} and enterprise_id = #{enterpriseId}")
    Optional<Row> ofEnterprise(@Param("id") UUID id, @Param("enterpriseId") UUID enterpriseId);

    @Select("select * from application_file where id = #{id} and application_id is not null")
    Optional<Row> handedIn(UUID id);

    @Select(
            value =
                    "delete from application_file where id = #{id} and account_id = #{accountId} and application_id is null returning *",
            affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Row> takeBack(@Param("id") UUID id, @Param("accountId") UUID accountId);

    /** What a person uploaded for an enterprise and no application has, the latest first. */
    @Select("""
            select * from application_file where account_id = #{accountId} and enterprise_id = #{enterpriseId} and application_id is null
            order by created_at desc, id desc
            """)
    List<Row> unused(@Param("accountId") UUID accountId, @Param("enterpriseId") UUID enterpriseId);

    /** Files that no application has. Whoever hands them in this late uploads them anew. */
    @Select("delete from application_file where created_at < #{before} and application_id is null returning *")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Row> removeUnused(Instant before);

    /** Until the end of the transaction nobody else uploads a file as the same person. */
    @Select("select 1 from (select pg_advisory_xact_lock(hashtext('files of'), hashtext(#{accountId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lock(UUID accountId);
}
