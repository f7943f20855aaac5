package cn.zhengqi.policy.redemption.project;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.policy.project.ProjectConditions;
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

    String MANAGED = "from redemption_project where " + ProjectConditions.MANAGED
            + "<if test=\"q.kind != null\">and kind = #{q.kind}</if>";

    @Select("<script>select count(*) " + MANAGED + "</script>")
    long countManaged(@Param("q") RedemptionProjectQuery q);

    @Select("<script>select * " + MANAGED + ProjectOrder.SQL + " limit #{page.size} offset #{page.offset}</script>")
    List<RedemptionProject> managed(@Param("q") RedemptionProjectQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>select * " + MANAGED + ProjectOrder.SQL + "</script>")
    @ResultType(RedemptionProject.class)
    void eachManaged(@Param("q") RedemptionProjectQuery q, ResultHandler<RedemptionProject> handler);

    String SHOWN = "from redemption_project project where " + ProjectConditions.SHOWN;

    @Select("<script>select count(*) " + SHOWN + "</script>")
    long countShown(
            @Param("policyId") @Nullable UUID policyId,
            @Param("pattern") @Nullable String pattern,
            @Param("day") LocalDate day);

    @Select("<script>select * " + SHOWN + ProjectConditions.SOONEST_OVER
            + " limit #{page.size} offset #{page.offset}</script>")
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
