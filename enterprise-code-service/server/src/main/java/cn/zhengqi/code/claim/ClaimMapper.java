package cn.zhengqi.code.claim;

import cn.zhengqi.data.EntityMapper;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ClaimMapper extends EntityMapper<CodeClaim> {

    @Select("select nextval('claim_number')")
    long nextNumber();

    @Select("""
            select exists (select 1 from claim where enterprise_id = #{enterpriseId}
            and applicant_id = #{applicantId} and status in ('SUBMITTED', 'RETURNED'))""")
    boolean hasOpen(@Param("enterpriseId") UUID enterpriseId, @Param("applicantId") UUID applicantId);

    @Insert("""
            insert into claim_step (id, claim_id, at, actor_id, actor_name, action, note, letter_file_id)
            values (#{id}, #{claimId}, #{at}, #{actorId}, #{actorName}, #{action}, #{note}, #{letterFileId})""")
    void record(ClaimStep step);

    @Select("""
            select id, claim_id, at, actor_id, actor_name, action, note, letter_file_id from claim_step
            where claim_id = #{claimId} order by at, id""")
    List<ClaimStep> steps(UUID claimId);

    /** The last step of claims that were taken back: one of each. */
    @Select("""
            <script>select id, claim_id, at, actor_id, actor_name, action, note, letter_file_id from claim_step
            where action = 'WITHDRAWN' and claim_id in
            <foreach collection="claims" item="claim" open="(" separator="," close=")">#{claim}</foreach></script>""")
    List<ClaimStep> withdrawals(@Param("claims") Collection<UUID> claims);
}
