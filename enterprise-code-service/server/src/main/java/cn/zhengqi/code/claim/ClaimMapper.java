package cn.zhengqi.code.claim;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.data.Scoped;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
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

@Mapper
interface ClaimMapper extends EntityMapper<CodeClaim> {

    /** By the enterprise's town, and by who had a hand in the claim. */
    Scoped<CodeClaim> SCOPED = Scoped.byTown(CodeClaim::getTownCode)
            .orHandled("id in (select claim_id from claim_step where actor_id = {0})");

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    default Optional<CodeClaim> findWithin(UUID id, DataScope scope) {
        return Optional.ofNullable(
                selectOne(SCOPED.within(scope, new LambdaQueryWrapper<CodeClaim>().eq(CodeClaim::getId, id))));
    }

    @Select("select nextval('claim_number')")
    long nextNumber();

    @Select("""
            select exists (select 1 from claim where enterprise_id = #{enterpriseId}
            and applicant_id = #{applicantId} and status in ('SUBMITTED', 'RETURNED'))""")
    boolean hasOpen(@Param("enterpriseId") UUID enterpriseId, @Param("applicantId") UUID applicantId);

    /** Until the end of the transaction nobody else hands in a claim of the same person. */
    @Select(
            "select 1 from (select pg_advisory_xact_lock(hashtext('claims of'), hashtext(#{applicantId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lock(UUID applicantId);

    @Select("select count(*) from claim where applicant_id = #{applicantId} and status in ('SUBMITTED', 'RETURNED')")
    int open(UUID applicantId);

    @Select("select count(*) from claim where applicant_id = #{applicantId} and submitted_at >= #{since}")
    int submittedSince(@Param("applicantId") UUID applicantId, @Param("since") Instant since);

    /** Numbers of the other claims for the enterprise that are not decided, in the order in which they came. */
    @Select("""
            select number from claim where enterprise_id = #{enterpriseId} and id <> #{id} and kind = 'FIRST'
            and status in ('SUBMITTED', 'RETURNED') order by submitted_at, id""")
    List<String> competing(@Param("id") UUID id, @Param("enterpriseId") UUID enterpriseId);

    /** Those that claim the enterprise for the first time and are not decided; whoever decides on one of them is waited for. */
    default List<CodeClaim> openFor(UUID enterpriseId) {
        return selectList(new LambdaQueryWrapper<CodeClaim>()
                .eq(CodeClaim::getEnterpriseId, enterpriseId)
                .eq(CodeClaim::getKind, ClaimKind.FIRST)
                .in(CodeClaim::getStatus, ClaimStatus.SUBMITTED, ClaimStatus.RETURNED)
                .orderByAsc(CodeClaim::getId)
                .last("for update"));
    }

    /** All that somebody ever handed in, the newest first. */
    default List<CodeClaim> of(UUID applicantId) {
        return selectList(new LambdaQueryWrapper<CodeClaim>()
                .eq(CodeClaim::getApplicantId, applicantId)
                .orderByDesc(CodeClaim::getSubmittedAt, CodeClaim::getId));
    }

    /** Whoever decides on one of them is waited for. */
    default List<CodeClaim> openOf(UUID applicantId) {
        return selectList(new LambdaQueryWrapper<CodeClaim>()
                .eq(CodeClaim::getApplicantId, applicantId)
                .in(CodeClaim::getStatus, ClaimStatus.SUBMITTED, ClaimStatus.RETURNED)
                .orderByAsc(CodeClaim::getId)
                .last("for update"));
    }

    @Insert("insert into closed_account (account_id, closed_at) values (#{accountId}, #{at}) on conflict do nothing")
    void close(@Param("accountId") UUID accountId, @Param("at") Instant at);

    @Select("select exists (select 1 from closed_account where account_id = #{accountId})")
    boolean isClosed(UUID accountId);

    @Insert("""
            insert into claim_step (id, claim_id, at, actor_id, actor_name, action, note, letter_file_id)
            values (#{id}, #{claimId}, #{at}, #{actorId}, #{actorName}, #{action}, #{note}, #{letterFileId})""")
    void record(ClaimStep step);

    @Select("""
            select id, claim_id, at, actor_id, actor_name, action, note, letter_file_id from claim_step
            where claim_id = #{claimId} order by at, id""")
    List<ClaimStep> steps(UUID claimId);

    @Select("""
            <script>select id, claim_id, at, actor_id, actor_name, action, note, letter_file_id from claim_step
            where claim_id in
            <foreach collection="claims" item="claim" open="(" separator="," close=")">#{claim}</foreach>
            order by at, id</script>""")
    List<ClaimStep> stepsOf(@Param("claims") Collection<UUID> claims);
}
