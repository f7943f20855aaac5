package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.finance.application.CodeEnds;
import cn.zhengqi.finance.application.EndsWithTheCode;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

/** Stores cases and finds those that somebody may see: an enterprise its own, officers those in their towns, that their institution declared, or that were recommended to it. */
@Mapper
interface CoordinationCaseMapper extends EntityMapper<CoordinationCase> {

    String WITHIN = """
            <if test="!scope.everything">and (false
                <if test="scope.enterpriseId != null">or d.enterprise_id = #{scope.enterpriseId}</if>
                <if test="scope.person != null">or d.declared_by = #{scope.person}</if>
                <if test="!scope.towns.isEmpty()">or d.town_code in
                    <foreach collection="scope.towns" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="!scope.institutions.isEmpty()">
                    or d.institution_id in
                        <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
                    or d.id in (select case_id from coordination_recommendation where bank_id in
                        <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>)
                </if>)
            </if>
            """;

    String MATCHING = """
            <bind name="scope" value="q.scope"/>
            from coordination_case d
            <where>
            """ + WITHIN + """
                <if test="q.townCode != null">and d.town_code = #{q.townCode}</if>
                <if test="q.bankId != null">
                    and d.id in (select case_id from coordination_recommendation where bank_id = #{q.bankId})
                </if>
                <if test="q.status != null">and d.status = #{q.status}</if>
                <if test="q.from != null">and d.declared_at &gt;= #{q.from}</if>
                <if test="q.before != null">and d.declared_at &lt; #{q.before}</if>
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
                <otherwise>d.declared_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if>, d.id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") CoordinationQuery q);

    @Select("<script>select d.* " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<CoordinationCase> list(@Param("q") CoordinationQuery q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select d.* " + MATCHING + ORDERED + "</script>")
    @ResultType(CoordinationCase.class)
    void each(@Param("q") CoordinationQuery q, ResultHandler<CoordinationCase> handler);

    /** Empty also for one that lies out of reach. */
    @Select("<script>select d.* from coordination_case d where d.id = #{id} " + WITHIN + "</script>")
    Optional<CoordinationCase> findWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    /** Who moves a case or one of its recommendations has this row until the end: no two move it at once, and what was read before is read anew. */
    @Select(value = "select * from coordination_case where id = #{id} for update", affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<CoordinationCase> lock(UUID id);

    @Select("""
            <script>select * from coordination_case where id in
                <foreach collection="ids" item="it" open="(" separator="," close=")">#{it}</foreach></script>""")
    List<CoordinationCase> of(@Param("ids") Collection<UUID> ids);

    @Select("""
            <script>select * from coordination_case where visit_id in
                <foreach collection="visits" item="it" open="(" separator="," close=")">#{it}</foreach></script>""")
    List<CoordinationCase> ofVisits(@Param("visits") Collection<UUID> visits);

    /** Until the end of the transaction nobody else declares the same enterprise. */
    @Select(
            "select 1 from (select pg_advisory_xact_lock(hashtext('coordination of'), hashtext(#{enterpriseId}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lockEnterprise(UUID enterpriseId);

    @Select("""
            select exists (select 1 from coordination_case
            where enterprise_id = #{enterpriseId} and status in ('DECLARED', 'RECOMMENDED'))
            """)
    boolean open(UUID enterpriseId);

    /** What an enterprise whose code ended declared itself and may withdraw, but for what it declared under a later code. */
    @Select(value = """
            select * from coordination_case d
            where enterprise_id = #{enterpriseId} and origin = 'SELF' and status not in ('REJECTED', 'WITHDRAWN')
              and not exists (
                select 1 from code_end c
                where c.enterprise_id = d.enterprise_id and c.issued_at > #{endedAt} and c.issued_at <= d.declared_at)
            order by id for update
            """, affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<CoordinationCase> lockDeclaredWithoutCode(
            @Param("enterpriseId") UUID enterpriseId, @Param("endedAt") Instant endedAt);

    @Select("select distinct c.enterprise_id, c.ended_at from coordination_case d join code_end c using (enterprise_id)"
            + " where d.origin = 'SELF' and d.status not in ('REJECTED', 'WITHDRAWN') and " + CodeEnds.OVER)
    List<EndsWithTheCode.Ended> leftBehind();

    @Select("select count(*) from coordination_case where enterprise_id = #{enterpriseId} and declared_at >= #{since}")
    int declaredSince(@Param("enterpriseId") UUID enterpriseId, @Param("since") Instant since);

    @Select("select nextval('coordination_case_number')")
    long nextNumber();
}
