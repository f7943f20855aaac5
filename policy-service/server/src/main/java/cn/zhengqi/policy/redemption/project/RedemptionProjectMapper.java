package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.project.ProjectOrder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Stores projects of redemption. */
@Mapper
public interface RedemptionProjectMapper extends EntityMapper<RedemptionProject> {

    String MANAGED = """
            from redemption_project
            where institution_id in
                <foreach collection="q.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
            <if test="q.status != null">and status = #{q.status}</if>
            <if test="q.kind != null">and kind = #{q.kind}</if>
            <if test="q.policyId != null">and policy_id = #{q.policyId}</if>
            <if test="q.closing != null">
                and status = 'OPEN' and opens_on &lt;= #{q.closing.today} and closes_on between #{q.closing.today} and #{q.closing.until}
            </if>
            <if test="q.pattern != null">and (title || ' ' || policy_title) ilike #{q.pattern}</if>
            """;

    @Select("<script>select count(*) " + MANAGED + "</script>")
    long countManaged(@Param("q") RedemptionProjectQuery q);

    @Select("<script>select * " + MANAGED + ProjectOrder.SQL + " limit #{page.size} offset #{page.offset}</script>")
    List<RedemptionProject> managed(@Param("q") RedemptionProjectQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + MANAGED + ProjectOrder.SQL + "</script>")
    @ResultType(RedemptionProject.class)
    void eachManaged(@Param("q") RedemptionProjectQuery q, ResultHandler<RedemptionProject> handler);

    /** Of a policy that was withdrawn nothing is taken any more. */
    String SHOWN = """
            from redemption_project
            where status = 'OPEN'
            and exists (select from policy_edition e where e.policy_id = redemption_project.policy_id and e.publication = 'PUBLISHED')
            <if test="policyId != null">and policy_id = #{policyId}</if>
            <if test="pattern != null">and (title || ' ' || policy_title) ilike #{pattern}</if>
            """;

    @Select("<script>select count(*) " + SHOWN + "</script>")
    long countShown(@Param("policyId") @Nullable UUID policyId, @Param("pattern") @Nullable String pattern);

    /** Those that take applications come first, the soonest over of them first. */
    @Select("<script>select * " + SHOWN + """
            order by case when closes_on &lt; #{day} then 2 when opens_on &gt; #{day} then 1 else 0 end, closes_on, id
            limit #{page.size} offset #{page.offset}</script>""")
    List<RedemptionProject> shown(
            @Param("policyId") @Nullable UUID policyId,
            @Param("pattern") @Nullable String pattern,
            @Param("day") LocalDate day,
            @Param("page") PageRequest page);

    /** Draft projects are nobody else's business. */
    @Select("""
            <script>select exclusive_group as name, count(*) as projects from redemption_project
            where exclusive_group is not null
            and (status != 'DRAFT' or institution_id in
                <foreach collection="institutions" item="it" open="(" separator="," close=")">#{it}</foreach>)
            <if test="pattern != null">and exclusive_group ilike #{pattern}</if>
            group by exclusive_group order by exclusive_group limit #{most}</script>""")
    List<ExclusiveGroup> groups(
            @Param("pattern") @Nullable String pattern,
            @Param("institutions") Collection<UUID> institutions,
            @Param("most") int most);
}
