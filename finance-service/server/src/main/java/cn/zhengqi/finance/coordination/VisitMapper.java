package cn.zhengqi.finance.coordination;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

/** Stores visits and finds those that somebody may see: in their towns, by their institutions, or their own. */
@Mapper
interface VisitMapper extends EntityMapper<Visit> {

    String WITHIN = """
            <if test="!scope.everything">and (false
                <if test="scope.person != null">or v.visitor_id = #{scope.person}</if>
                <if test="!scope.towns.isEmpty()">or v.town_code in
                    <foreach collection="scope.towns" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="!scope.institutions.isEmpty()">or v.institution_id in
                    <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach></if>)
            </if>
            """;

    String MATCHING = """
            <bind name="scope" value="q.scope"/>
            from coordination_visit v
            <where>
            """ + WITHIN + """
                <if test="q.townCode != null">and v.town_code = #{q.townCode}</if>
                <if test="q.bankId != null">and v.institution_id = #{q.bankId}</if>
                <if test="q.needed != null">and v.amount is <if test="q.needed">not</if> null</if>
                <if test="q.fromDay != null">and v.visited_on &gt;= #{q.fromDay}</if>
                <if test="q.toDay != null">and v.visited_on &lt;= #{q.toDay}</if>
                <if test="q.pattern != null">
                    and (v.number || ' ' || v.enterprise_name || ' ' || v.uscc || ' ' || v.town_name || ' ' || v.visitor_name) ilike #{q.pattern}
                </if>
            </where>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'AMOUNT'">v.amount</when>
                <when test="q.order.name() == 'NAME'">v.enterprise_name</when>
                <otherwise>v.visited_on</otherwise>
            </choose>
            <if test="!q.ascending">desc</if><if test="q.order.name() == 'AMOUNT'"> nulls last</if>, v.id desc
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") CoordinationQuery q);

    @Select("<script>select v.* " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Visit> list(@Param("q") CoordinationQuery q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select v.* " + MATCHING + ORDERED + "</script>")
    @ResultType(Visit.class)
    void each(@Param("q") CoordinationQuery q, ResultHandler<Visit> handler);

    /** Empty also for one that lies out of reach: that it exists is nobody else's business. */
    @Select("<script>select v.* from coordination_visit v where v.id = #{id} " + WITHIN + "</script>")
    Optional<Visit> findWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    @Select("""
            select exists (select 1 from coordination_visit
            where enterprise_id = #{enterprise} and visitor_id = #{visitor} and visited_on = #{on})
            """)
    boolean recorded(@Param("enterprise") UUID enterprise, @Param("visitor") UUID visitor, @Param("on") LocalDate on);

    @Select("select nextval('coordination_visit_number')")
    long nextNumber();
}
