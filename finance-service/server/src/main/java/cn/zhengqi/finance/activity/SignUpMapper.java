package cn.zhengqi.finance.activity;

import cn.zhengqi.data.EntityMapper;
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
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.ResultHandler;

/** Stores sign-ups. Whoever changes one has locked its activity, but who reminds. */
@Mapper
interface SignUpMapper extends EntityMapper<SignUp> {

    String MATCHING = """
            from activity_sign_up s
            <where>
                <if test="q.enterpriseId != null">and s.enterprise_id = #{q.enterpriseId}</if>
                <if test="q.activityId != null">and s.activity_id = #{q.activityId}</if>
                <if test="q.status != null">and s.status = #{q.status}</if>
                <if test="q.checkedIn != null and q.checkedIn">and s.checked_in_at is not null</if>
                <if test="q.checkedIn != null and !q.checkedIn">and s.checked_in_at is null</if>
                <if test="q.pattern != null">and s.enterprise_name ilike #{q.pattern}</if>
            </where>
            """;

    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'ENTERPRISE'">s.enterprise_name</when>
                <when test="q.order.name() == 'PEOPLE'">s.people</when>
                <when test="q.order.name() == 'CHECKED_IN_AT'">s.checked_in_at</when>
                <otherwise>s.signed_up_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if><if test="q.order.name() == 'CHECKED_IN_AT'"> nulls last</if>, s.id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") SignUpQuery q);

    @Select("<script>select s.* " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<SignUp> list(@Param("q") SignUpQuery q, @Param("page") PageRequest page);

    /** Row by row; inside a transaction. */
    @Select("<script>select s.* " + MATCHING + ORDERED + "</script>")
    @ResultType(SignUp.class)
    void each(@Param("q") SignUpQuery q, ResultHandler<SignUp> handler);

    @Select(value = "select * from activity_sign_up where id = #{id} for update", affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<SignUp> lock(UUID id);

    @Select(
            value = "select * from activity_sign_up where activity_id = #{activity} and code = #{code} for update",
            affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<SignUp> lockByCode(@Param("activity") UUID activity, @Param("code") String code);

    /** Who comes or would like to, in the order in which they signed up. */
    @Select(value = """
            select * from activity_sign_up where activity_id = #{activity} and status in ('SIGNED_UP', 'WAITING')
            order by signed_up_at, id for update""", affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<SignUp> lockOpen(UUID activity);

    @Select("""
            select exists(select from activity_sign_up
                where activity_id = #{activity} and enterprise_id = #{enterprise} and status in ('SIGNED_UP', 'WAITING'))
            """)
    boolean isSignedUp(@Param("activity") UUID activity, @Param("enterprise") UUID enterprise);

    /** Sign-ups for what begins before a moment, and of which nobody was reminded; those that somebody changes at this moment are left for the next time. */
    @Select(value = """
            select s.* from activity_sign_up s join finance_activity a on a.id = s.activity_id
            where s.status = 'SIGNED_UP' and s.reminded_at is null
              and a.status = 'PUBLISHED' and a.starts_at > #{now} and a.starts_at < #{before}
            order by s.id limit #{most} for update of s skip locked
            """, affectData = true)
    List<SignUp> lockDue(@Param("now") Instant now, @Param("before") Instant before, @Param("most") int most);

    /** No change that whoever looks at the sign-up would have to see: its version stays. */
    @Update("update activity_sign_up set reminded_at = #{at} where id = #{id}")
    void reminded(@Param("id") UUID id, @Param("at") Instant at);

    /** People of the largest that stands or waits; 0 without any. */
    @Select("""
            select coalesce(max(people), 0) from activity_sign_up
            where activity_id = #{activity} and status in ('SIGNED_UP', 'WAITING')""")
    int largest(UUID activity);

    /** How many wait before this one. */
    @Select("""
            select count(*) from activity_sign_up other join activity_sign_up own on own.id = #{id}
            where other.activity_id = own.activity_id and other.status = 'WAITING'
              and (other.signed_up_at, other.id) < (own.signed_up_at, own.id)
            """)
    int waitingBefore(UUID id);

    /**
     * @param signedUp enterprises that come
     * @param waiting enterprises that would like to
     * @param checkedIn enterprises that came
     * @param peopleIn people that came with them
     */
    record Counts(UUID activityId, int signedUp, int waiting, int checkedIn, int peopleIn) {}

    @Select("""
            <script>select activity_id, count(*) filter (where status = 'SIGNED_UP') as signed_up,
                count(*) filter (where status = 'WAITING') as waiting, count(checked_in_at) as checked_in,
                coalesce(sum(people) filter (where checked_in_at is not null), 0) as people_in
            from activity_sign_up where activity_id in
                <foreach collection="activities" item="it" open="(" separator="," close=")">#{it}</foreach>
            group by activity_id</script>""")
    List<Counts> counts(@Param("activities") Collection<UUID> activities);
}
