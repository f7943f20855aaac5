package cn.zhengqi.finance.application;

import cn.zhengqi.data.DataScope;
import cn.zhengqi.data.EntityMapper;
import cn.zhengqi.finance.application.BorrowingHistory.GrantedLoan;
import cn.zhengqi.finance.enterprise.EnterpriseTurn;
import cn.zhengqi.kernel.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Stores loan applications with their timeline and disbursements. */
@Mapper
interface LoanApplicationMapper extends EntityMapper<LoanApplication> {

    /**
     * The scope: by the enterprise, by the bank, by the enterprise's town, and for who sees their own work what they had a hand in and what still waits for
     * somebody at their bank.
     */
    String WITHIN = """
            <if test="!scope.everything">and (false
                <if test="scope.enterpriseId != null">or enterprise_id = #{scope.enterpriseId}</if>
                <if test="!scope.institutions.isEmpty()">or bank_id in
                    <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach>
                    or branch_id in
                    <foreach collection="scope.institutions" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="!scope.towns.isEmpty()">or town_code in
                    <foreach collection="scope.towns" item="it" open="(" separator="," close=")">#{it}</foreach></if>
                <if test="scope.person != null">
                    or id in (select application_id from loan_application_step where actor_id = #{scope.person})
                    or handler_id = #{scope.person}</if>
                <if test="scope.desk != null">
                    or (coalesce(branch_id, bank_id) = #{scope.desk} and handler_id is null and status = 'SUBMITTED')</if>)
            </if>
            """;

    String MATCHING = """
            <bind name="scope" value="q.scope"/>
            from loan_application
            <where>
            """ + WITHIN + """
                <if test="q.status != null">and status = #{q.status}</if>
                <if test="q.productId != null">and product_id = #{q.productId}</if>
                <if test="q.channel != null">and channel = #{q.channel}</if>
                <if test="q.kind != null">and kind = #{q.kind}</if>
                <if test="q.from != null">and submitted_at &gt;= #{q.from}</if>
                <if test="q.before != null">and submitted_at &lt; #{q.before}</if>
                <if test="q.overdueAt != null">
                    and id in (select case_id from promise
                        where kind = 'BANK_ANSWER' and state in ('RUNNING', 'PAUSED') and due_at &lt;= #{q.overdueAt})
                </if>
                <if test="q.pool">and handler_id is null and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL')</if>
                <if test="q.open">and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED')</if>
                <if test="q.person != null">and handler_id = #{q.person}</if>
                <if test="q.handlerId != null">and handler_id = #{q.handlerId}</if>
                <if test="q.deskId != null">and coalesce(branch_id, bank_id) = #{q.deskId}</if>
                <if test="q.pattern != null">
                    and (number || ' ' || enterprise_name || ' ' || product_title) ilike #{q.pattern}
                </if>
            </where>
            """;

    /** By the promised date: what waits comes before what stands still, and that before what is decided, whichever way. */
    String ORDERED = """
            order by
            <choose>
                <when test="q.order.name() == 'AMOUNT'">amount</when>
                <when test="q.order.name() == 'DUE_AT'">
                    (select coalesce(due_at, <if test="!q.ascending">'-infinity'</if><if test="q.ascending">'infinity'</if>)
                     from promise where kind = 'BANK_ANSWER' and case_id = loan_application.id and ended_at is null)
                    <if test="!q.ascending">desc</if> nulls last,
                    (select due_at from promise where kind = 'BANK_ANSWER' and case_id = loan_application.id)
                </when>
                <otherwise>submitted_at</otherwise>
            </choose>
            <if test="!q.ascending">desc</if><if test="q.order.name() == 'DUE_AT'"> nulls last</if>, id
            """;

    @Select("<script>select count(*) " + MATCHING + "</script>")
    long count(@Param("q") ApplicationQuery q);

    @Select("<script>select * " + MATCHING + ORDERED + " limit #{page.size} offset #{page.offset}</script>")
    List<LoanApplication> list(@Param("q") ApplicationQuery q, PageRequest page);

    /** Empty also for one out of scope: that it exists is nobody else's business. */
    @Select("<script>select * from loan_application where id = #{id} " + WITHIN + "</script>")
    Optional<LoanApplication> findWithin(@Param("id") UUID id, @Param("scope") DataScope scope);

    /** Row by row, for files of any length; inside a transaction, or the driver reads them all at once. */
    @Select("<script>select * " + MATCHING + ORDERED + "</script>")
    @ResultType(LoanApplication.class)
    void each(@Param("q") ApplicationQuery q, ResultHandler<LoanApplication> handler);

    String OF_BANK = """
            from loan_application
            where (bank_id in <foreach collection="q.bankIds" item="bank" open="(" separator="," close=")">#{bank}</foreach>
                or branch_id in <foreach collection="q.bankIds" item="bank" open="(" separator="," close=")">#{bank}</foreach>)
                <if test="q.demoOnly">and demo</if>
                <if test="q.status != null">and status = #{q.status}</if>
                <if test="q.since != null">and changed_at &gt;= #{q.since}</if>
            """;

    @Select("<script>select count(*) " + OF_BANK + "</script>")
    long countInbox(@Param("q") SystemInbox.Query q);

    /** What changed first comes first, so that whoever reads on misses nothing. */
    @Select("<script>select * " + OF_BANK
            + " order by changed_at, id limit #{page.size} offset #{page.offset}</script>")
    List<LoanApplication> inbox(@Param("q") SystemInbox.Query q, PageRequest page);

    /** Empty also for one out of scope. */
    @Select("<script>select * from loan_application where number = #{number} " + WITHIN + "</script>")
    Optional<LoanApplication> findByNumber(@Param("number") String number, @Param("scope") DataScope scope);

    @Select("select * from loan_disbursement where application_id = #{applicationId} order by recorded_at, id")
    List<Disbursement> disbursements(UUID applicationId);

    /** What many moves of one transaction changed is seen at its end, and has changed then: who asks what changed since a moment of before would miss it. */
    @Update("<script>update loan_application set changed_at = #{at} where id in"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    void changed(@Param("ids") Collection<UUID> ids, @Param("at") Instant at);

    /** Until the end of the transaction nobody else moves it. */
    @Select(value = "select * from loan_application where id = #{id} for update", affectData = true)
    Optional<LoanApplication> lockOne(UUID id);

    /** What was handed in after a code ended and before a later one was issued. */
    @Select(value = """
            select * from loan_application a
            where enterprise_id = #{enterpriseId} and submitted_at >= #{endedAt}
              and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL')
              and not exists (
                select 1 from code_end c
                where c.enterprise_id = a.enterprise_id and c.issued_at > #{endedAt} and c.issued_at <= a.submitted_at)
            order by id for update
            """, affectData = true)
    List<LoanApplication> lockUndecidedWithoutCode(
            @Param("enterpriseId") UUID enterpriseId, @Param("endedAt") Instant endedAt);

    /** What somebody has that goes on, within the scope. */
    @Select(
            value = "<script>select * from loan_application where handler_id = #{handler}"
                    + " and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED') " + WITHIN
                    + " order by id for update</script>",
            affectData = true)
    List<LoanApplication> lockHeldBy(@Param("handler") UUID handler, @Param("scope") DataScope scope);

    @Select(
            "<script>select handler_id, max(handler_name) as handler_name, count(*) as open from loan_application where handler_id is not null"
                    + " and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL', 'APPROVED') " + WITHIN
                    + " group by handler_id order by 2, 1</script>")
    List<HandlerLoad> handlers(@Param("scope") DataScope scope);

    /** Granted, without a payment, and over; those that somebody works on at this moment are left for the next time. */
    @Select(value = """
            select * from loan_application
            where status = 'APPROVED' and disbursed_amount = 0 and valid_until < #{today}
            order by valid_until, id limit #{most} for update skip locked
            """, affectData = true)
    List<LoanApplication> lockUndrawn(@Param("today") LocalDate today, @Param("most") int most);

    /** Granted, without a payment, with a last day that is near, and not warned of; what was granted as near as that said its day itself. */
    @Select(value = """
            select * from loan_application
            where status = 'APPROVED' and disbursed_amount = 0 and valid_until between #{today} and #{near}
              and expiry_warned_at is null
              and (decided_at at time zone 'Asia/Shanghai')::date < valid_until - (#{near}::date - #{today}::date)
            order by valid_until, id limit #{most} for update skip locked
            """, affectData = true)
    List<LoanApplication> lockExpiring(
            @Param("today") LocalDate today, @Param("near") LocalDate near, @Param("most") int most);

    /** No change of the application: its version stays. */
    @Update("<script>update loan_application set expiry_warned_at = #{at} where id in"
            + " <foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach></script>")
    void warned(@Param("ids") Collection<UUID> ids, @Param("at") Instant at);

    /** Whether a first loan would be none beside this one: another one where this is one itself, one that was granted after it, or this one where another grant was before it. */
    @Select("""
            select exists (select from loan_application a join loan_application other using (enterprise_id)
                where a.id = #{id} and other.id <> a.id and other.status in ('APPROVED', 'SETTLED')
                  and (other.kind = 'FIRST' and (a.kind = 'FIRST' or other.decided_at >= a.decided_at)
                    or a.kind = 'FIRST' and other.decided_at <= a.decided_at))
            """)
    boolean isAgainstFirstLoan(UUID id);

    @Select("select nextval('loan_application_number')")
    long nextNumber();

    @Select("""
            select id as application_id, number, product_title, bank_id, bank_name
            from loan_application
            where enterprise_id = #{enterpriseId} and status in ('APPROVED', 'SETTLED')
            order by decided_at
            """)
    List<GrantedLoan> granted(UUID enterpriseId);

    @Select("select bank_id from loan_product where id = #{productId}")
    @Nullable
    UUID bankOf(UUID productId);

    /** Until the end of the transaction nobody else of the same enterprise applies, and no bank grants it a loan. */
    @Insert(EnterpriseTurn.TAKE)
    void lock(UUID enterpriseId);

    /** Of those out of scope none, as nobody of them is read. */
    @Select("<script>select distinct enterprise_id from loan_application where (false"
            + "<if test='!granted.isEmpty()'> or number in"
            + " <foreach collection='granted' item='number' open='(' separator=',' close=')'>#{number}</foreach></if>"
            + "<if test='!paid.isEmpty()'> or status = 'EXPIRED' and number in"
            + " <foreach collection='paid' item='number' open='(' separator=',' close=')'>#{number}</foreach></if>) "
            + WITHIN + " order by enterprise_id</script>")
    List<UUID> enterprisesOf(
            @Param("granted") Collection<String> granted,
            @Param("paid") Collection<String> paid,
            @Param("scope") DataScope scope);

    @Select("select count(*) from loan_application where enterprise_id = #{enterpriseId} and submitted_at >= #{since}")
    int submittedSince(@Param("enterpriseId") UUID enterpriseId, @Param("since") Instant since);

    /** The same as {@code loan_application_one_open}. */
    @Select("""
            select id as application_id, number
            from loan_application
            where enterprise_id = #{enterpriseId} and product_id = #{productId}
              and status in ('SUBMITTED', 'IN_REVIEW', 'NEED_MATERIAL')
            """)
    LoanApplications.@Nullable OpenApplication open(
            @Param("enterpriseId") UUID enterpriseId, @Param("productId") UUID productId);

    @Select("select * from loan_application_step where application_id = #{applicationId} order by at, id")
    List<ApplicationStep> steps(UUID applicationId);

    @Insert("""
            insert into loan_application_step (id, application_id, at, kind, actor_id, actor, note)
            values (#{id}, #{applicationId}, #{at}, #{kind}, #{actorId}, #{actor}, #{note})
            """)
    void insertStep(ApplicationStep step);

    @Insert("""
            insert into loan_disbursement (id, application_id, amount, disbursed_on, reference, recorded_by, recorded_at)
            values (#{id}, #{applicationId}, #{amount}, #{disbursedOn}, #{reference}, #{recordedBy}, #{recordedAt})
            """)
    void insertDisbursement(Disbursement disbursement);

    @Select("select code, label from refusal_reason order by position")
    List<RefusalReason> refusalReasons();

    @Select("select code, label from refusal_reason where code = #{code}")
    Optional<RefusalReason> refusalReason(String code);
}
