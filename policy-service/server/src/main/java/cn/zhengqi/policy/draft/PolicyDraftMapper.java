package cn.zhengqi.policy.draft;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Stores drafts. */
@Mapper
interface PolicyDraftMapper extends EntityMapper<PolicyDraft> {

    String MATCHING = """
            from policy_draft d join policy p on p.id = d.policy_id
            <where>
                <if test="state != null">and d.state = #{state}</if>
                <if test="reviewer != null">and (d.state = 'REVIEW' or d.held_reason is not null) and not #{reviewer.person}::text = any(d.authors)
                    <if test="!reviewer.keeper.everything">
                        and (p.owner_id is null
                        <foreach collection="reviewer.keeper.institutions" item="it" open="or p.owner_id in (" separator="," close=")">#{it}</foreach>)
                    </if>
                </if>
                <if test="pattern != null">
                    and (p.code ilike #{pattern} or d.content ->> 'title' ilike #{pattern} or d.content ->> 'docNumber' ilike #{pattern})
                </if>
            </where>
            """;

    @Select("select * from policy_draft where policy_id = #{policyId} and state in ('DRAFT', 'REVIEW', 'SCHEDULED')")
    Optional<PolicyDraft> open(UUID policyId);

    @Select(
            "select * from policy_draft where policy_id = #{policyId} and state = 'PUBLISHED' order by edition desc limit 1")
    Optional<PolicyDraft> latestPublished(UUID policyId);

    /**
     * Whose day has come, the one of the earliest day first; those that were held are looked at again after a while, and those of a policy that was taken down when it is
     * published again.
     */
    @Select("""
            select d.* from policy_draft d
            where d.state = 'SCHEDULED' and d.scheduled_for <= #{today} and (d.retry_at is null or d.retry_at <= #{now})
            and (select e.publication from policy_edition e where e.policy_id = d.policy_id order by e.edition desc limit 1) = 'PUBLISHED'
            order by d.scheduled_for, d.id limit 100""")
    List<PolicyDraft> due(@Param("today") LocalDate today, @Param("now") Instant now);

    /** Leaves the version as it is: whoever has the page open sends it back as they saw it. */
    @Update("""
            update policy_draft set held_reason = #{reason}, held_at = #{since}, retry_at = #{retryAt}
            where id = #{id} and version = #{version} and state = 'SCHEDULED'""")
    int hold(
            @Param("id") UUID id,
            @Param("version") int version,
            @Param("reason") String reason,
            @Param("since") Instant since,
            @Param("retryAt") Instant retryAt);

    /** Left by who wrote them; a page that is still open is not to find another version. */
    @Select(
            "select * from policy_draft where unrecorded is not null and updated_at < #{before} order by updated_at limit 100")
    List<PolicyDraft> unrecordedSince(Instant before);

    @Update(
            "update policy_draft set unrecorded = null where id = #{id} and version = #{version} and unrecorded is not null")
    int told(UUID id, int version);

    /** How many went: none when somebody changed it since, or handed it in. The optimistic locker minds updates only. */
    @Delete("delete from policy_draft where id = #{id} and version = #{seenVersion} and state = 'DRAFT'")
    int deleteAsSeen(UUID id, int seenVersion);

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long countDrafts(
            @Param("state") @Nullable DraftState state,
            @Param("pattern") @Nullable String pattern,
            @Param("reviewer") PolicyDrafts.@Nullable Reviewer reviewer);

    @Select("<script>select d.id, d.policy_id, p.code, d.edition, d.state, d.content ->> 'title' as title,"
            + " d.content ->> 'docNumber' as doc_number, d.author_name, p.owner_name as owner, d.returned_reason, d.published_by, d.scheduled_for, d.held_reason,"
            + " d.state = 'PUBLISHED' and exists (select 1 from policy_edition e where e.policy_id = d.policy_id and e.edition = d.edition and e.publication = 'WITHDRAWN') as withdrawn, d.updated_at "
            + MATCHING + " order by d.updated_at desc, d.id limit #{page.size} offset #{page.offset}</script>")
    List<DraftSummary> drafts(
            @Param("state") @Nullable DraftState state,
            @Param("pattern") @Nullable String pattern,
            @Param("reviewer") PolicyDrafts.@Nullable Reviewer reviewer,
            @Param("page") PageRequest page);
}
