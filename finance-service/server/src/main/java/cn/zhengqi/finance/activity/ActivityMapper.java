package cn.zhengqi.finance.activity;

import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.ResultHandler;

/** Stores activities and counts the people who come. */
@Mapper
interface ActivityMapper extends EntityMapper<Activity> {

    String MATCHING = """
            from finance_activity a
            <where>
                <if test="q.shown">and a.status != 'DRAFT'</if>
                <if test="q.status != null">and a.status = #{q.status}</if>
                <if test="q.over != null and q.over">and a.ends_at &lt;= #{q.now}</if>
                <if test="q.over != null and !q.over">and a.ends_at &gt; #{q.now}</if>
                <if test="q.pattern != null">and (a.title || ' ' || a.organiser || ' ' || a.audience) ilike #{q.pattern}</if>
            </where>
            """;

    /** For the public those that come, the next one first, then those that are over, the last one first. */
    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'SHOWN'">
                    a.ends_at &lt;= #{q.now}, case when a.ends_at &gt; #{q.now} then a.starts_at end, a.starts_at desc
                </when>
                <otherwise>
                    <choose>
                        <when test="q.order.name() == 'TITLE'">a.title</when>
                        <when test="q.order.name() == 'STARTS_AT'">a.starts_at</when>
                        <when test="q.order.name() == 'TAKEN'">a.taken</when>
                        <otherwise>a.changed_at</otherwise>
                    </choose>
                    <if test="!q.ascending">desc</if>
                </otherwise>
            </choose>, a.id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") ActivityQuery q);

    @Select("<script>select a.* " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Activity> list(@Param("q") ActivityQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>select a.* " + MATCHING + ORDERED + "</script>")
    @ResultType(Activity.class)
    void each(@Param("q") ActivityQuery q, ResultHandler<Activity> handler);

    /** Who changes an activity or a sign-up for it has this row until the end: places are given one after the other. */
    @Select(value = "select * from finance_activity where id = #{id} for update", affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Activity> lock(UUID id);

    /** @param people that come, or below zero: that come no more. The constraint of the table refuses more than the quota. */
    @Update("update finance_activity set taken = taken + #{people} where id = #{id}")
    void seat(@Param("id") UUID id, @Param("people") int people);
}
