package cn.zhengqi.policy.redemption.payment;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Stores payments that came back. */
@Mapper
interface ReturnMapper extends EntityMapper<ReturnedPayment> {

    String ROWS = """
            select r.id, r.application_id, a.number as application_number, a.project_title, a.enterprise_name, r.batch_id, b.number as batch_number,
              r.amount, r.reference, r.reason, r.state, r.told_by, r.teller, r.told_at, r.decider, r.decided_at, r.answer, r.version
            from redemption_return r
              join redemption_application a on a.id = r.application_id join redemption_batch b on b.id = r.batch_id
            """;

    String WANTED = """
            where r.institution_id in
                <foreach collection="institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
            <if test="state != null">and r.state = #{state}</if>
            <if test="application != null">and r.application_id = #{application}</if>
            <if test="confirmer != null">and r.state = 'OPEN' and r.told_by != #{confirmer}</if>
            """;

    @Select("<script>select count(*) from redemption_return r " + WANTED + "</script>")
    long countOf(
            @Param("institutions") Set<UUID> institutions,
            @Param("state") @Nullable ReturnState state,
            @Param("application") @Nullable UUID application,
            @Param("confirmer") @Nullable UUID confirmer);

    /** What waits comes first; then the newest. */
    @Select("<script>" + ROWS + WANTED + """
            order by r.state = 'OPEN' desc, r.told_at desc, r.id limit #{page.size} offset #{page.offset}</script>""")
    List<ReturnView.Row> of(
            @Param("institutions") Set<UUID> institutions,
            @Param("state") @Nullable ReturnState state,
            @Param("application") @Nullable UUID application,
            @Param("confirmer") @Nullable UUID confirmer,
            @Param("page") PageRequest page);

    @Select(ROWS + " where r.id = #{id}")
    Optional<ReturnView.Row> row(UUID id);
}
