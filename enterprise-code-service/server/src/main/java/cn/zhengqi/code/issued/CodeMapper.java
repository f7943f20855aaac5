package cn.zhengqi.code.issued;

import cn.zhengqi.code.api.CodeLevel;
import cn.zhengqi.code.api.CodeStatus;
import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.data.Scoped;
import com.baomidou.mybatisplus.core.conditions.query.LambdaQueryWrapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CodeMapper extends EntityMapper<Code> {

    /** By the enterprise's town, and by who issued or changed the code. */
    Scoped<Code> SCOPED =
            Scoped.byTown(Code::getTownCode).orHandled("id in (select code_id from code_change where actor_id = {0})");

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    default Optional<Code> findWithin(UUID id, DataScope scope) {
        return Optional.ofNullable(selectOne(SCOPED.within(scope, new LambdaQueryWrapper<Code>().eq(Code::getId, id))));
    }

    @Select("select nextval('code_number')")
    long nextNumber();

    /** The valid code, else the one that was revoked last. */
    @Select("""
            select * from enterprise_code where enterprise_id = #{enterpriseId}
            order by (status <> 'REVOKED') desc, issued_at desc limit 1""")
    @Nullable
    Code ofEnterprise(UUID enterpriseId);

    @Select("select token, code_id, issued_at, revoked_at from static_code where token = #{token}")
    @Nullable
    StaticCode findStatic(UUID token);

    @Insert("""
            insert into code_change (id, code_id, at, actor_id, actor_name, action, reason, level_before, level_after)
            values (#{id}, #{codeId}, #{at}, #{actorId}, #{actorName}, #{action}, #{reason}, #{levelBefore}, #{levelAfter})""")
    void record(CodeChange change);

    @Select("""
            select id, code_id, at, actor_id, actor_name, action, reason, level_before, level_after from code_change
            where code_id = #{codeId} order by at, id""")
    List<CodeChange> changes(UUID codeId);

    record Certified(
            Instant at,
            CodeChange.Action action,
            String codeNumber,
            @Nullable String reason,
            @Nullable CodeLevel levelBefore,
            @Nullable CodeLevel levelAfter,
            String claimNumber,
            String applicantName) {}

    /** All codes that the enterprise ever had, latest change first; a handful. */
    @Select("""
            select c.at, c.action, e.number as code_number, c.reason, c.level_before, c.level_after,
              m.number as claim_number, m.applicant_name
            from code_change c join enterprise_code e on e.id = c.code_id join claim m on m.id = e.claim_id
            where e.enterprise_id = #{enterpriseId} order by c.at desc, c.id desc limit 200""")
    List<Certified> certifications(UUID enterpriseId);

    @Insert("insert into static_code (token, code_id, issued_at) values (#{token}, #{codeId}, #{issuedAt})")
    void insertStatic(StaticCode code);

    /** Latest first. */
    @Select("""
            select token, code_id, issued_at, revoked_at from static_code where code_id = #{codeId}
            order by (revoked_at is null) desc, revoked_at desc limit 2""")
    List<StaticCode> latestStatics(UUID codeId);

    @Update("""
            update static_code set revoked_at = #{at}, revoked_by = #{actor}
            where code_id = #{codeId} and revoked_at is null""")
    int revokeStatic(@Param("codeId") UUID codeId, @Param("actor") UUID actor, @Param("at") Instant at);

    /** @return 0 when it was replaced meanwhile */
    @Update("""
            update static_code set revoked_at = #{at}, revoked_by = #{actor}
            where token = #{token} and revoked_at is null""")
    int revokeSeen(@Param("token") UUID token, @Param("actor") UUID actor, @Param("at") Instant at);

    /** @return 0 when the code was used before */
    @Insert("""
            insert into dynamic_code_use (jti, code_id, used_at) values (#{jti}, #{codeId}, #{at})
            on conflict (jti) do nothing""")
    int use(@Param("jti") UUID jti, @Param("codeId") UUID codeId, @Param("at") Instant at);

    /** @return 0 when the code was used before, and not by this system */
    @Insert("""
            insert into dynamic_code_use (jti, code_id, used_at, key_id) values (#{jti}, #{codeId}, #{at}, #{key})
            on conflict (jti) do update set key_id = excluded.key_id where dynamic_code_use.key_id = excluded.key_id""")
    int useBySystem(
            @Param("jti") UUID jti, @Param("codeId") UUID codeId, @Param("at") Instant at, @Param("key") UUID key);

    /** @return 0 when the system to which it was shown has read by it before */
    @Update("update dynamic_code_use set read_at = #{at} where jti = #{jti} and read_at is null")
    int readBy(@Param("jti") UUID jti, @Param("at") Instant at);

    @Select("select exists (select 1 from dynamic_code_use where jti = #{jti})")
    boolean isUsed(UUID jti);

    @Delete("""
            delete from dynamic_code_use where jti in (
              select jti from dynamic_code_use where used_at < #{before} limit 500 for update skip locked)""")
    void forgetUsesBefore(Instant before);

    record OnClaim(
            UUID claimId,
            String number,
            Instant issuedAt,
            CodeStatus status,
            @Nullable Instant endedAt,
            CodeChange.@Nullable Action ending) {

        IssuedCode code() {
            return new IssuedCode(number, issuedAt, status, endedAt, ending == null ? null : ending.label());
        }
    }

    @Select("""
            <script>select c.claim_id, c.number, c.issued_at, c.status, e.at as ended_at, e.action as ending
            from enterprise_code c
            left join code_change e on e.code_id = c.id and e.action in ('REVOKED', 'UNBOUND')
            where c.claim_id in
            <foreach collection="claims" item="claim" open="(" separator="," close=")">#{claim}</foreach></script>""")
    List<OnClaim> onClaims(@Param("claims") Collection<UUID> claims);

    @Select("select count(*) from enterprise_code where status <> 'REVOKED'")
    long certifiedEnterprises();
}
