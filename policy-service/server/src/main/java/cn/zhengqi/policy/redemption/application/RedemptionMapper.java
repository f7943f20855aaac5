package cn.zhengqi.policy.redemption.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.kernel.PageRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

/** Stores applications for redemption with their timeline. */
@Mapper
interface RedemptionMapper extends EntityMapper<Redemption> {

    /** The scope: its enterprise, or whose money it is. */
    String WITHIN = """
            <if test="!scope.everything">and (false
                <if test="scope.enterpriseId != null">or enterprise_id = #{scope.enterpriseId}</if>
                <if test="!scope.institutions.isEmpty()">
                    or institution_id in
                    <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach></if>)
            </if>
            """;

    /** All that somebody ever applied for, the newest first. */
    @Select("select * from redemption_application where applicant_id = #{applicant} order by submitted_at desc, id")
    List<Redemption> of(UUID applicant);

    /** What does not count any more against anything. */
    String LIVING = "status not in ('REJECTED', 'WITHDRAWN', 'DECLINED', 'ENDED')";

    /** It is in a batch that the treasury has and has not answered. */
    String AT_TREASURY = """
            exists (
              select from redemption_batch_item i join redemption_batch b on b.id = i.batch_id
              where i.application_id = redemption_application.id and i.outcome = 'PENDING' and b.state = 'EXPORTED')""";

    String MATCHING = """
            <bind name="scope" value="q.scope"/>
            from redemption_application
            <where>
            """ + WITHIN + """
                <if test="q.status != null">and status = #{q.status}</if>
                <if test="!q.holding.isEmpty()">
                    and status in <foreach collection="q.holding" item="it" open="(" separator="," close=")">#{it}</foreach>
                </if>
                <if test="q.lapsed">
                    and status in ('APPROVED', 'PAYING') and exists (
                      select from (select against, kept_by from redemption_check c where c.application_id = redemption_application.id order by seq desc limit 1) last
                      where last.against is not null and last.kept_by is null)
                    and not
                    """ + AT_TREASURY + """
                </if>
                <if test="q.accountWanted">and status in ('PAY_FAILED', 'RETURNED')</if>
                <if test="q.projectId != null">and project_id = #{q.projectId}</if>
                <if test="q.from != null">and submitted_at &gt;= #{q.from}</if>
                <if test="q.before != null">and submitted_at &lt; #{q.before}</if>
                <if test="q.due != null">
                    and id in (select case_id from promise
                        where kind = 'REDEMPTION' and state in ('RUNNING', 'PAUSED') and due_at &lt;= #{q.due.until}
                        <if test="q.due.after != null">and due_at &gt; #{q.due.after}</if>)
                </if>
                <if test="q.pattern != null">
                    and (number || ' ' || enterprise_name || ' ' || project_title) ilike #{q.pattern}
                </if>
            </where>
            """;

    /** By the promised date: what waits comes before what stands still, and that before what is decided, whichever way. */
    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'CHANGED_AT'">changed_at</when>
                <when test="q.order.name() == 'AMOUNT'">coalesce(amount, amount_claimed)</when>
                <when test="q.order.name() == 'DUE_AT'">
                    (select coalesce(due_at, <if test="!q.ascending">'-infinity'</if><if test="q.ascending">'infinity'</if>)
                     from promise where kind = 'REDEMPTION' and case_id = redemption_application.id and ended_at is null)
                    <if test="!q.ascending">desc</if> nulls last,
                    (select due_at from promise where kind = 'REDEMPTION' and case_id = redemption_application.id)
                </when>
                <otherwise>submitted_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if> nulls last, id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") RedemptionQuery q);

    @Select("<script>select * " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<Redemption> list(@Param("q") RedemptionQuery q, @Param("page") PageRequest page);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select * " + MATCHING + ORDERED + "</script>")
    @ResultType(Redemption.class)
    void each(@Param("q") RedemptionQuery q, ResultHandler<Redemption> handler);

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    @Select("<script>select * from redemption_application where id = #{id} " + WITHIN + "</script>")
    Optional<Redemption> findWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    @Select("select " + AT_TREASURY + " from redemption_application where id = #{id}")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    boolean atTreasury(UUID id);

    /** To its notice, that nobody has answered. */
    @Select("select count(*) from redemption_objection where application_id = #{id} and state = 'OPEN'")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int openObjections(UUID id);

    /** The one that an enterprise has under a project. */
    @Select("select * from redemption_application where project_id = #{project} and enterprise_id = #{enterprise} and "
            + LIVING)
    Optional<Redemption> living(@Param("project") UUID project, @Param("enterprise") UUID enterprise);

    /** Those that these enterprises have under a project. */
    @Select("<script>select * from redemption_application where project_id = #{project} and enterprise_id in"
            + " <foreach collection='enterprises' item='it' open='(' separator=',' close=')'>#{it}</foreach> and "
            + LIVING + "</script>")
    List<Redemption> livingOf(@Param("project") UUID project, @Param("enterprises") Collection<UUID> enterprises);

    /** The one of another project by which a group is used up for the year. */
    @Select("select * from redemption_application where enterprise_id = #{enterprise} and exclusive_group = #{group}"
            + " and exclusive_year = #{year} and " + LIVING)
    Optional<Redemption> ofGroup(
            @Param("enterprise") UUID enterprise, @Param("group") String group, @Param("year") int year);

    /** Until the end of the transaction nobody else applies for the same enterprise. */
    @Select(
            "select 1 from (select pg_advisory_xact_lock(hashtext('redemptions of'), hashtext(#{enterprise}::text))) locked")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    int lockEnterprise(UUID enterprise);

    @Select(
            "<script>select * from redemption_application where id in"
                    + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach> order by id</script>")
    List<Redemption> all(@Param("ids") Collection<UUID> ids);

    @Select("<script>select * from redemption_application where id in"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>"
            + " order by id for update</script>")
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    List<Redemption> lock(@Param("ids") Collection<UUID> ids);

    /** An offer that can be confirmed no more. What another copy has before it is its own. */
    @Select("""
            select a.* from redemption_application a join redemption_project p on p.id = a.project_id
            where a.status = 'OFFERED' and (p.closes_on < #{today} or p.status = 'CLOSED')
            order by a.id limit 1 for update of a skip locked
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Redemption> offerThatIsOver(LocalDate today);

    /** An offer of before today of which its enterprise was not reminded for the last day that holds now, and that it can confirm. What another copy has before it is its own. */
    @Select("""
            select a.* from redemption_application a join redemption_project p on p.id = a.project_id
            where a.status = 'OFFERED' and p.status = 'OPEN' and p.closes_on between #{today} and #{soon} and a.reminded_for is distinct from p.closes_on
              and a.changed_at < #{today}::date::timestamp at time zone 'Asia/Shanghai'
              and exists (select from policy_edition e where e.policy_id = p.policy_id and e.publication = 'PUBLISHED')
            order by a.id limit 1 for update of a skip locked
            """)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    Optional<Redemption> offerToRemind(@Param("today") LocalDate today, @Param("soon") LocalDate soon);

    @Select("select nextval('redemption_number')")
    long nextNumber();

    @Select("select * from redemption_event where application_id = #{application} order by at, id")
    List<RedemptionEvent> events(UUID application);

    /** The latest that names a file, or named it when it was handed in. */
    @Select("<script>select * from redemption_application where (file_ids @> array[#{file}::text] or id in ("
            + "select application_id from redemption_event where file_ids @> array[#{file}::text])) "
            + WITHIN + " order by submitted_at desc, id limit 1</script>")
    Optional<Redemption> naming(@Param("file") UUID file, @Param("scope") DataScope scope);

    @Insert("""
            insert into redemption_event (id, application_id, at, kind, actor_id, actor, note, file_ids, basis, statement, account)
            values (#{id}, #{applicationId}, #{at}, #{kind}, #{actorId}, #{actor}, #{note}, #{fileIds}, #{basis}, #{statement}, #{account})
            """)
    void insertEvent(RedemptionEvent event);
}
