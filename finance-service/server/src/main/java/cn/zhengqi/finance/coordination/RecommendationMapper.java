package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.finance.application.RefusalReason;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.kernel.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

/** Stores recommendations and finds those that somebody may see: a bank its own, officers those of enterprises in their towns. Whoever changes one has locked its case. */
@Mapper
interface RecommendationMapper extends EntityMapper<Recommendation> {

    String WITHIN = """
            <if test="!scope.everything">and (false
                <if test="scope.person != null">or r.officer_id = #{scope.person}</if>
                <if test="scope.desk != null">or (r.bank_id = #{scope.desk} and r.officer_id is null)</if>
                <if test="!scope.towns.isEmpty()">or d.town_code in
                    <foreach collection="scope.towns" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="!scope.institutions.isEmpty()">or r.bank_id in
                    <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach></if>)
            </if>
            """;

    String MATCHING = """
            <bind name="scope" value="q.scope"/>
            from coordination_recommendation r join coordination_case d on d.id = r.case_id
            <where>
            """ + WITHIN + """
                <if test="q.townCode != null">and d.town_code = #{q.townCode}</if>
                <if test="q.bankId != null">and r.bank_id = #{q.bankId}</if>
                <if test="q.answer != null">and r.status = #{q.answer}</if>
                <if test="q.reason != null">and r.refusal_reason_code = #{q.reason}</if>
                <if test="q.from != null">and r.recommended_at &gt;= #{q.from}</if>
                <if test="q.before != null">and r.recommended_at &lt; #{q.before}</if>
                <if test="q.pattern != null">
                    and (d.number || ' ' || d.enterprise_name || ' ' || d.uscc || ' ' || d.town_name) ilike #{q.pattern}
                </if>
            </where>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'AMOUNT'">d.amount</when>
                <when test="q.order.name() == 'NAME'">d.enterprise_name</when>
                <otherwise>r.recommended_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if>, r.id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") CoordinationQuery q);

    @Select("<script>select r.* " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Recommendation> list(@Param("q") CoordinationQuery q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select r.* " + MATCHING + ORDERED + "</script>")
    @ResultType(Recommendation.class)
    void each(@Param("q") CoordinationQuery q, ResultHandler<Recommendation> handler);

    /** Empty also for one that lies out of reach. */
    @Select("<script>select r.* from coordination_recommendation r join coordination_case d on d.id = r.case_id"
            + " where r.id = #{id} " + WITHIN + "</script>")
    Optional<Recommendation> findWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    @Select("""
            <script>select * from coordination_recommendation where case_id in
                <foreach collection="cases" item="it" open="(" separator="," close=")">#{it}</foreach>
            order by recommended_at, bank_name, id</script>""")
    List<Recommendation> of(@Param("cases") Collection<UUID> cases);

    @Select(
            "select * from coordination_recommendation where case_id = #{caseId} order by recommended_at, bank_name, id")
    List<Recommendation> ofCase(UUID caseId);

    @Select("select id, name from bank order by name, id")
    List<Bank> banks();

    @Select("select code, label from refusal_reason where code = #{code}")
    Optional<RefusalReason> refusalReason(String code);
}
